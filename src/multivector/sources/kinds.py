"""Which kinds of files are read, by the end of their names."""

__all__ = ["ARCHIVES", "STREAMED", "SUFFIXES", "suffix_of"]

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")
STREAMED = (".jsonl", ".csv", ".parquet", ".warc", ".warc.gz")  # many articles in one file, taken one by one
SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", *STREAMED, *ARCHIVES)
LONG = tuple(suffix for suffix in SUFFIXES if suffix.count(".") > 1)


def suffix_of(name: str) -> str:
    """The end of a file's name that tells its kind, in lower case: ".tar.gz", ".pdf"; "" where it has none."""
    low = name.rsplit("/", 1)[-1].lower()
    long = next((suffix for suffix in LONG if low.endswith(suffix)), None)
    stem, dot, end = low.rpartition(".")
    return long or (f".{end}" if dot and stem else "")
