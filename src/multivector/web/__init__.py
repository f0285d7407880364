"""The workbench: a case as pages in the browser, on this machine alone unless its owner says otherwise."""

from multivector.web.app import make_app
from multivector.web.desk import Desk
from multivector.web.guard import Lock
from multivector.web.serve import Place, serve
from multivector.web.warm import warm

__all__ = ["Desk", "Lock", "Place", "make_app", "serve", "warm"]
