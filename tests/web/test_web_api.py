"""The API: the same views as the pages, and its description fits what it gives."""

from typing import Any

from tests.web.conftest import Bench

from multivector.web.screens import SCREENS


def fits(value: Any, schema: dict[str, Any], named: dict[str, Any]) -> bool:
    """Whether a value is of a schema, as far as the description goes."""
    if "$ref" in schema:
        schema = named[schema["$ref"].rsplit("/", 1)[-1]]
    if "anyOf" in schema:
        return any(fits(value, one, named) for one in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    kinds: dict[str, Any] = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}
    if schema.get("type") == "array":
        inner = schema.get("items")
        parts = schema.get("prefixItems") or [inner] * len(value)
        return isinstance(value, list) and all(fits(v, s, named) for v, s in zip(value, parts, strict=True))
    if schema.get("type") == "object":
        if "additionalProperties" in schema:
            return all(fits(v, schema["additionalProperties"], named) for v in value.values())
        return (
            isinstance(value, dict)
            and set(value) == set(schema["properties"])
            and all(fits(value[k], s, named) for k, s in schema["properties"].items())
        )
    return isinstance(value, kinds[schema["type"]]) if "type" in schema else True


def test_every_screen_gives_what_the_description_promises(bench: Bench) -> None:
    whole = bench.client.get("/api/openapi.json").json()
    state = bench.desk.state()
    parts = {"{document}": state.documents[0].id, "{code}": "KAZ"}
    record = next(iter(state.records))
    for screen in SCREENS:
        path = screen.api
        for part, value in parts.items():
            path = path.replace(part, value)
        answer = bench.client.get(path, params={"record": record} if screen.name in ("read", "explain") else {})
        assert answer.status_code == 200, path
        get = whole["paths"][screen.api]["get"]
        schema = get["responses"]["200"]["content"]["application/json"]["schema"]
        assert fits(answer.json(), schema, whole["components"]["schemas"]), screen.name


def test_records_come_in_pages(bench: Bench) -> None:
    whole = bench.client.get("/api/records", params={"limit": "1000"}).json()
    first = bench.client.get("/api/records", params={"limit": "5"}).json()
    second = bench.client.get("/api/records", params={"limit": "5", "offset": "5"}).json()
    assert whole["total"] == len(whole["records"])
    assert first["records"] + second["records"] == whole["records"][:10]
    kinds = {r["kind"] for r in bench.client.get("/api/records", params={"kind": "statement"}).json()["records"]}
    assert kinds == {"statement"}
    assert bench.client.get("/api/records", params={"limit": "5000"}).status_code == 400


def test_a_record_comes_with_its_decisions(bench: Bench) -> None:
    record = next(iter(bench.desk.state().records))
    bench.post("/review", act="reject", record=record, who="Anna", why="no", next="/")
    found = bench.client.get(f"/api/records/{record}").json()
    assert found["standing"] is False
    assert [one["act"] for one in found["reviews"]] == ["reject"]
    assert record not in {r["id"] for r in bench.client.get("/api/records", params={"limit": "1000"}).json()["records"]}


def test_documents_leave_their_texts_out(bench: Bench) -> None:
    rows = bench.client.get("/api/documents").json()["documents"]
    assert len(rows) == 4 and "text" not in rows[0]


def test_bad_calls_are_told(bench: Bench) -> None:
    headers = {"Origin": bench.base}
    for body in (b"no json", b"[]", b'{"act": 1}', b'{"act": "reject", "record": "sta-none", "who": "a", "why": "b"}'):
        answer = bench.client.post("/api/reviews", content=body, headers=headers)
        assert answer.status_code in (400, 404)
        assert answer.json()["error"]
    assert bench.client.get("/api/none").json()["error"]
