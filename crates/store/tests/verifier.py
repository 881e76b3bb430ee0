"""Verifies a store, written from docs/journal-format.md alone. Exit status 0 sound, 1 not."""
import hashlib
import json
import os
import re
import sqlite3
import struct
import sys


TABLES = """head events blobs writing feedback feedback_notes people logins factors recovery_codes taken_factors
    identities known_logins barred passkeys passkey_logins taken_passkeys drafts feeds links link_logins mailboxes cursors outbox tidings
    comments mentions"""
INDEXES = "tokens tidings_of outbox_of outbox_due"
OURS = {("table", name) for name in TABLES.split()} | {("index", name) for name in INDEXES.split()}


def sha(data):
    return hashlib.sha256(data).digest()


def leaf(group, row):
    parts = [
        group,
        struct.pack(">Q", row["position"]),
        struct.pack(">q", row["recorded_at"]),
        row["on_day"].encode(),
        row["actor"].encode(),
        row["kind"].encode(),
        struct.pack(">I", row["version"]),
        sha(row["body"].encode()),
        row["texts_hash"],
    ]
    return sha(b"".join(struct.pack(">Q", len(part)) + part for part in parts))


def verify(path):
    has_log = os.path.exists(path + "-wal")
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    for what in db.execute("SELECT type, name FROM sqlite_schema"):
        automatic = what["name"].startswith(("sqlite_autoindex_", "sqlite_stat"))
        assert automatic or (what["type"], what["name"]) in OURS, f"{what['name']} is none of ours"
    writing = db.execute("SELECT now FROM writing").fetchone()
    assert has_log or not (writing and writing["now"]), "the log is missing"
    head = db.execute("SELECT * FROM head").fetchone()
    previous, position, named = bytes(32), 0, {}
    for row in db.execute("SELECT * FROM events ORDER BY position"):
        position += 1
        assert row["position"] == position, f"gap at {position}"
        assert row["texts"] is not None, f"texts without a redaction at {position}"
        texts = sha(row["salt"] + row["texts"].encode())
        assert texts == row["texts_hash"], f"texts at {position}"
        previous = sha(previous + leaf(head["group_id"], row))
        assert previous == row["hash"], f"hash at {position}"
        for digest in re.findall('"([0-9a-f]{64})"', row["body"]):
            named.setdefault(bytes.fromhex(digest), position)
    assert (head["position"], head["hash"]) == (position, previous), "the end is missing"
    blobs = {}
    for row in db.execute("SELECT * FROM blobs ORDER BY digest, piece"):
        blobs.setdefault(row["digest"], []).append(row["bytes"])
    for digest, pieces in blobs.items():
        assert sha(b"".join(pieces)) == digest, f"blob {digest.hex()}"
    for digest, at in named.items():
        assert digest in blobs, f"blob of {at}"
    return {"events": position, "blobs": len(blobs), "hash": previous.hex()}


if __name__ == "__main__":
    try:
        print(json.dumps(verify(sys.argv[1])))
    except (AssertionError, sqlite3.Error, TypeError, ValueError, struct.error) as broken:
        print(json.dumps({"broken": str(broken)}))
        sys.exit(1)
