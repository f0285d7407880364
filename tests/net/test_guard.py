import socket
from typing import Any

import pytest

from multivector.errors import InputError
from multivector.net import Fetcher, Guard, check_address
from multivector.net.guard import GuardedBackend, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "::",
    ],
)  # fmt: skip
def test_addresses_that_are_not_of_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://example.org/a", "http://", "http://127.0.0.1/", "http://localhost:8080/",
        "http://[::1]/", "http://2130706433/", "http://0x7f000001/", "http://169.254.169.254/latest/meta-data",
        "gopher://x/", "//example.org", "http://user@127.0.0.1/", "http://[broken/",
    ],
)  # fmt: skip
def test_what_is_not_fetched(url: str) -> None:
    with pytest.raises(InputError):
        check_address(url)
    with Fetcher() as fetcher, pytest.raises(InputError):
        fetcher.get(url)


def test_a_name_that_answers_differently_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [["93.184.216.34"], ["127.0.0.1"]]

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        found = answers.pop(0)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr("multivector.net.guard.socket.getaddrinfo", resolve)
    guard = Guard()
    guard.check("http://rebinding.example/")
    with pytest.raises(InputError, match="private address"):
        GuardedBackend(guard).connect_tcp("rebinding.example", 80)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, 1, 6, "", (one, port)) for one in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr("multivector.net.guard.socket.getaddrinfo", resolve)
    with pytest.raises(InputError, match="private"):
        Guard().check("https://mixed.example/")


def test_no_socket_of_this_machine() -> None:
    with pytest.raises(InputError):
        GuardedBackend(Guard()).connect_unix_socket("/var/run/docker.sock")
