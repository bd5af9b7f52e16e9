#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A stand-in for OpenSearch and Solr: takes an export as their documentation says and counts what it holds by itself.

usage: export_engine.py DIR PORTFILE [FAULT]
Reads the bulk files of DIR as an engine does (a field that the mapping or schema does not name, a wrong type, words that
go backwards: the end), then listens on a free port of loopback, which it writes into PORTFILE.
FAULT: lose (one document), lose-nested (one finding), twice (an older generation beside), shard (one failed), close (an
answer cut off), hang (none), chunked (the same answers in chunks), error (status 500).
"""
import http.server
import json
import re
import sys
import time
import xml.etree.ElementTree
from collections import Counter
from pathlib import Path

NESTED = {"findings": "finding", "awards": "award"}


def fail(reason):
    sys.exit(f"the engine refuses the export: {reason}")


def check_opensearch_field(kind, name, value):
    values = value if isinstance(value, list) else [value]
    for one in values:
        if kind["type"] in ("keyword", "text") and not isinstance(one, str):
            fail(f"{name}: {one!r} is no text")
        if kind["type"] == "keyword" and len(one.encode()) > 32766:
            fail(f"{name}: an immense term")
        if kind["type"] == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d", one):
            fail(f"{name}: {one!r} is no strict_date")
        if kind["type"] == "long" and (not isinstance(one, int) or isinstance(one, bool)):
            fail(f"{name}: {one!r} is no number")
        if kind["type"] == "boolean" and not isinstance(one, bool):
            fail(f"{name}: {one!r} is no boolean")
        if kind.get("analyzer") == "whitespace" and any(len(word) > 255 for word in one.split()):
            fail(f"{name}: the tokenizer would cut a word")


def read_opensearch(folder, manifest):
    index = json.loads((folder / "index.json").read_text())
    mapping = index["mappings"]
    properties = mapping["properties"]
    assert mapping["dynamic"] == "strict"
    units = {"story": [], "finding": [], "award": []}
    seen = set()
    for file in manifest["files"]:
        if not file["name"].endswith(".ndjson"):
            continue
        data = (folder / file["name"]).read_bytes()
        if not data.endswith(b"\n") or len(data) != file["bytes"]:
            fail(f"{file['name']}: a bulk request ends with a line end")
        lines = data.decode().split("\n")[:-1]
        if len(lines) != 2 * file["documents"]:
            fail(f"{file['name']}: {len(lines)} lines")
        for action, source in zip(lines[::2], lines[1::2]):
            key = json.loads(action)["index"]["_id"]
            if key in seen or not 0 < len(key.encode()) <= 512:
                fail(f"id {key!r}")
            seen.add(key)
            story = json.loads(source)
            for name, value in story.items():
                if name not in properties:
                    fail(f"strict mapping: {name}")
                if properties[name]["type"] != "nested":
                    check_opensearch_field(properties[name], name, value)
                    continue
                for part in value:
                    for inner, content in part.items():
                        if inner not in properties[name]["properties"]:
                            fail(f"strict mapping: {name}.{inner}")
                        check_opensearch_field(properties[name]["properties"][inner], inner, content)
                    units[NESTED[name]].append(part)
            if len(story["findings"]) + len(story["awards"]) > index["settings"]["index"]["mapping"]["nested_objects"]["limit"]:
                fail("too many nested documents")
            units["story"].append(story)
    return units


def check_words(name, text, stored):
    words = json.loads(text)
    if words["v"] != "1" or (stored and "str" not in words):
        fail(f"{name}: {list(words)}")
    start = 0
    for place, token in enumerate(words["tokens"]):
        if token["i"] < (1 if place == 0 else 0) or token["s"] < start or token["e"] <= token["s"] or not token["t"]:
            fail(f"{name}: {token}")
        start = token["s"]
        if "str" not in words:
            continue
        units = words["str"].encode("utf-16-le")
        if token["e"] * 2 > len(units):
            fail(f"{name}: {token} is behind the text")
        printed = units[token["s"] * 2 : token["e"] * 2].decode("utf-16-le")
        plain = re.fullmatch(r"[A-Za-z]+", printed)
        # Offsets are those of the word itself; stems are not looked at.
        if plain and not name.endswith("stems") and printed.lower() != token["t"]:
            fail(f"{name}: {token} stands for {printed!r}")


def check_solr_document(fields, document):
    for name, value in document.items():
        if name in NESTED:
            continue
        if name not in fields:
            fail(f"no field {name} in the schema")
        kind, stored, many = fields[name]
        if isinstance(value, list) != many:
            fail(f"{name}: one value or many")
        if kind == "words":
            check_words(name, value, False)
        if kind == "day" and not re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", value):
            fail(f"{name}: {value!r} is no time")
        if kind == "number" and (not isinstance(value, int) or isinstance(value, bool)):
            fail(f"{name}: {value!r} is no number")


def read_solr(folder, manifest):
    schema = xml.etree.ElementTree.parse(folder / "managed-schema.xml").getroot()
    types = {kind.get("name") for kind in schema.iter("fieldType")}
    fields = {}
    for field in schema.iter("field"):
        assert field.get("type") in types and field.get("name") not in fields, field.attrib
        fields[field.get("name")] = (field.get("type"), field.get("stored"), field.get("multiValued") == "true")
    assert {"_root_", "_nest_path_", schema.findtext("uniqueKey")} <= set(fields)
    assert not set(NESTED) & set(fields), "a nested document has no field of that name"
    units = {"story": [], "finding": [], "award": []}
    keys = set()
    for file in manifest["files"]:
        if not file["name"].startswith("bulk-"):
            continue
        stories = json.loads((folder / file["name"]).read_text())
        if len(stories) != file["documents"]:
            fail(f"{file['name']}: {len(stories)} documents")
        for story in stories:
            for document in [story, *story.get("findings", []), *story.get("awards", [])]:
                check_solr_document(fields, document)
                if document["key"] in keys:
                    fail(f"key {document['key']} again")
                keys.add(document["key"])
                units[document["unit"]].append(document)
    return units


def count(documents, field):
    counts = Counter()
    for document in documents:
        value = document.get(field, [])
        counts.update(set(value) if isinstance(value, list) else [value])
    return sorted(counts.items())


class Engine(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        path = self.path.partition("?")[0]
        if self.engine == "opensearch" and path == "/findings/_count":
            return self.answer({"count": len(self.units["story"]), "_shards": self.shards()})
        return self.answer({"error": "no such index"}, 404)

    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.headers["Content-Type"] == "application/json"
        path = self.path.partition("?")[0]
        if self.engine == "opensearch" and path == "/findings/_search":
            return self.answer(self.search_opensearch(question))
        if self.engine == "solr" and path == "/solr/findings/select":
            return self.answer(self.search_solr(question))
        return self.answer({"error": "no such index"}, 404)

    def shards(self):
        failed = 1 if self.fault == "shard" else 0
        return {"total": 3, "successful": 3 - failed, "skipped": 0, "failed": failed}

    def search_opensearch(self, question):
        aggregations, documents, found = question["aggs"], self.units["story"], {}
        inner = found
        prefix = ""
        if "nested" in aggregations:
            path = aggregations["nested"]["nested"]["path"]
            documents, prefix = self.units[NESTED[path]], path + "."
            inner = found["nested"] = {"doc_count": len(documents)}
            aggregations = aggregations["nested"].get("aggs", {})
        if "values" in aggregations:
            composite = aggregations["values"]["composite"]
            field = composite["sources"][0]["value"]["terms"]["field"]
            assert field.startswith(prefix)
            after = composite.get("after", {}).get("value", "")
            page = [row for row in count(documents, field[len(prefix) :]) if row[0] > after][: min(composite["size"], 7)]
            inner["values"] = {"buckets": [{"key": {"value": value}, "doc_count": n} for value, n in page]}
            if page:
                inner["values"]["after_key"] = {"value": page[-1][0]}
        return {"took": 1, "timed_out": False, "_shards": self.shards(), "aggregations": found}

    def search_solr(self, question):
        documents = self.units[question["query"].removeprefix("unit:")]
        facets = {"count": len(documents)}
        if "facet" in question and documents:
            wanted = question["facet"]["values"]
            assert wanted["type"] == "terms" and wanted["limit"] == -1
            facets["values"] = {"buckets": [{"val": value, "count": n} for value, n in count(documents, wanted["field"])]}
        return {
            "responseHeader": {"status": 0, "QTime": 1, **({"partialResults": True} if self.fault == "shard" else {})},
            "response": {"numFound": len(documents), "start": 0, "numFoundExact": True, "docs": []},
            "facets": facets,
        }

    def answer(self, body, status=200):
        if self.fault == "hang":
            time.sleep(60)
        data = json.dumps(body).encode()
        self.send_response(500 if self.fault == "error" else status)
        self.send_header("Content-Type", "application/json; charset=UTF-8")
        if self.fault == "chunked":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for at in range(0, len(data), 100):
                part = data[at : at + 100]
                self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[:-1] if self.fault == "close" else data)
        self.close_connection = True


def main():
    folder, port_file = Path(sys.argv[1]), Path(sys.argv[2])
    manifest = json.loads((folder / "manifest.json").read_text())
    Engine.engine = manifest["engine"]
    Engine.fault = sys.argv[3] if len(sys.argv) > 3 else ""
    units = read_opensearch(folder, manifest) if Engine.engine == "opensearch" else read_solr(folder, manifest)
    if Engine.fault == "lose":
        units["story"].pop()
    if Engine.fault == "lose-nested":
        units["finding"].pop()
    if Engine.fault == "twice":
        units["story"].append(dict(units["story"][0], generation="20200101T000000Z-00000000"))
    Engine.units = units
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Engine)
    port_file.with_suffix(".new").write_text(str(server.server_address[1]))
    port_file.with_suffix(".new").rename(port_file)
    server.serve_forever()


main()
