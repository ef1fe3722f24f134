#!/usr/bin/env python3
"""Prints the alerts of a topic as they stand, one JSON line each. Written from docs/INTEGRATE.md alone.

Needs two libraries: confluent-kafka and avro, from PyPI or, on Debian, python3-confluent-kafka and python3-avro.

    samples/read_cases.py --kafka HOST:PORT --prefix demo.          reads to the end of cases.v1 and stops
    samples/read_cases.py --file MESSAGE                            decodes one message that lies in a file
"""

import argparse
import io
import json
import pathlib
import sys

import avro.io
import avro.schema

HISTORY = pathlib.Path(__file__).resolve().parent.parent / "avro/src/main/resources/history"
MARKER = b"\xc3\x01"
SHOWN = ("alert_id", "revision", "transition", "signal", "handling", "level", "rule", "entity_id", "entity_name",
         "due_at", "possible_steps")


def released():
    """Every schema that may have written a message, by the eight bytes that name it."""
    lines = (HISTORY / "fingerprints.txt").read_text("utf-8").split()
    return {bytes.fromhex(fingerprint): avro.schema.parse((HISTORY / file).read_text("utf-8"))
            for fingerprint, file in zip(lines[::2], lines[1::2])}


def decode(message, schemas):
    """The name of a message's record, and its fields."""
    if message[:2] != MARKER:
        raise ValueError(f"a message begins with c301; got {message[:2].hex()}")
    schema = schemas.get(message[2:10])
    if schema is None:
        raise ValueError(f"no schema of history/ has the fingerprint {message[2:10].hex()}: take a newer history/")
    return schema.name, avro.io.DatumReader(schema).read(avro.io.BinaryDecoder(io.BytesIO(message[10:])))


def messages(servers, topic):
    """The values of a topic from its start to where it ends now."""
    import confluent_kafka as kafka

    consumer = kafka.Consumer({
        "bootstrap.servers": servers,
        "group.id": "read-cases",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
    })
    known = consumer.list_topics(topic, timeout=10).topics[topic].partitions
    if not known:
        raise SystemExit(f"there is no topic {topic} at {servers}")
    for number in known:
        partition = kafka.TopicPartition(topic, number, 0)
        _, end = consumer.get_watermark_offsets(partition, timeout=10)
        consumer.assign([partition])
        while consumer.position([partition])[0].offset < end:
            record = consumer.poll(1)
            if record is not None and record.error() is None:
                yield record.value()
    consumer.close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kafka", default="127.0.0.1:9092", metavar="HOST:PORT")
    arguments.add_argument("--prefix", default="forewarn.", help="what the names of all topics begin with")
    arguments.add_argument("--topic", default="cases.v1", help="any topic of alerts")
    arguments.add_argument("--file", type=pathlib.Path, help="a file that holds one message")
    given = arguments.parse_args()
    schemas = released()
    if given.file:
        name, fields = decode(given.file.read_bytes(), schemas)
        print(name, json.dumps(fields, ensure_ascii=False, default=str))
        return
    newest = {}
    for message in messages(given.kafka, given.prefix + given.topic):
        name, alert = decode(message, schemas)
        known = newest.get(alert["alert_id"])
        if name == "Alert" and (known is None or alert["revision"] > known["revision"]):
            newest[alert["alert_id"]] = alert
    for alert in newest.values():
        print(json.dumps({field: alert.get(field) for field in SHOWN}, ensure_ascii=False, default=str))
    print(f"{len(newest)} alerts", file=sys.stderr)


if __name__ == "__main__":
    main()
