"""Cases in Python and in notebooks: `import multivector as mv; case = mv.open("kazakhstan-brics")`."""

from multivector.notebook.case import Case, open_case
from multivector.notebook.figures import Figures
from multivector.notebook.table import Table

__all__ = ["Case", "Figures", "Table", "open_case"]
