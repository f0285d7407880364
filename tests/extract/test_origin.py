"""The reader's version follows its rules."""

from multivector.extract.origin import READER_VERSION, RELEASE, origin


def test_the_version_names_the_release_and_the_rules() -> None:
    release, fingerprint = READER_VERSION.split("+")
    assert release == RELEASE
    assert len(fingerprint) == 8


def test_an_origin_names_reader_rule_and_version() -> None:
    (made,) = origin("event:sanction.ban")
    assert (made.reader, made.rule, made.version) == ("multivector", "event:sanction.ban", READER_VERSION)
