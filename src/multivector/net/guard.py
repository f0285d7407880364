"""Which addresses may be fetched: http(s) on hosts all of whose addresses are public.

The check stands at the connection itself: a name is resolved once, its addresses are checked, and the connection goes
to a checked address. A name that answers with another address the second time ("DNS rebinding") gains nothing.
"""

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpcore

from multivector.errors import InputError

__all__ = ["Guard", "GuardedBackend", "check_address", "is_public"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
SocketOptions = Iterable[httpcore.SOCKET_OPTION]


@dataclass(frozen=True, slots=True)
class Guard:
    """`allowed` holds addresses that count as public although they are not; only a program can give it, so that tests
    may ask a server of their own. No file, feed or option leads to it."""

    allowed: frozenset[str] = frozenset()

    def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The host's addresses; raises InputError where it is not known or one of them is not public."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(f"{host}: the host is not known ({error}); check the address") from error
        addresses = tuple(dict.fromkeys(str(info[4][0]).split("%")[0] for info in found))
        if not addresses or not all(is_public(one) or one in self.allowed for one in addresses):
            raise InputError(f"{host}: leads to a private address, which is not fetched; give a file")
        return addresses

    def check(self, url: str) -> None:
        """Raises InputError unless the address is http(s) on a public host."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise InputError(f"{url}: is no web address ({error})") from error
        if parts.scheme not in ("http", "https") or not host:
            raise InputError(f"{url}: only http and https addresses are fetched")
        self.addresses(host, port or (443 if parts.scheme == "https" else 80))


def check_address(url: str) -> None:
    """Raises InputError unless the address is http(s) on a host all of whose addresses are public."""
    Guard().check(url)


def is_public(address: str) -> bool:
    """Whether the address is one of the public internet, also where it is packed into another one."""
    return all(one.is_global and not one.is_multicast for one in _meant(ipaddress.ip_address(address)))


def _meant(address: Address) -> list[Address]:
    """The address and the IPv4 addresses that its IPv6 form stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    inner: list[Address] = [address]
    if address.sixtofour:
        inner.append(address.sixtofour)
    if address.teredo:
        inner.extend(address.teredo)
    if address in NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return inner


class GuardedBackend(httpcore.SyncBackend):
    """Opens connections to checked addresses only."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host's first address that answers; raises InputError for a host that is not public."""
        problem: Exception | None = None
        for address in self._guard.addresses(host, port):
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem or httpcore.ConnectError(f"{host}: no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: SocketOptions | None = None
    ) -> httpcore.NetworkStream:
        """Never: a socket of this machine is not a web address."""
        raise InputError(f"{path}: a socket of this machine is not fetched")
