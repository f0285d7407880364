"""Fetching what the user named, from public addresses only, up to limits; one guard for everything that fetches."""

from multivector.net.fetch import Answer, Asking, Fetcher, FetchError
from multivector.net.guard import Guard, check_address
from multivector.net.robots import Robots

__all__ = ["Answer", "Asking", "FetchError", "Fetcher", "Guard", "Robots", "check_address"]
