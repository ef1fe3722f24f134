#!/usr/bin/env python3
"""Takes a step about an alert: writes a Disposal to disposals.v1. Written from docs/INTEGRATE.md alone.

Needs the same two libraries as read_cases.py.

    samples/take_step.py --kafka HOST:PORT --prefix demo. ENTITY ALERT_ID REVISION accept
    samples/take_step.py --kafka HOST:PORT --prefix demo. ENTITY ALERT_ID REVISION feedback --outcome nothing-found
"""

import argparse
import datetime
import io

import avro.io
import avro.schema
import confluent_kafka

from read_cases import HISTORY, MARKER


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kafka", default="127.0.0.1:9092", metavar="HOST:PORT")
    arguments.add_argument("--prefix", default="forewarn.", help="what the names of all topics begin with")
    arguments.add_argument("--actor", default="5eed0ff1ce", help="salted hash of the person's id, never the id itself")
    arguments.add_argument("--outcome")
    arguments.add_argument("--comment")
    arguments.add_argument("--to-unit")
    arguments.add_argument("entity")
    arguments.add_argument("alert")
    arguments.add_argument("revision", type=int)
    arguments.add_argument("step")
    given = arguments.parse_args()

    lines = (HISTORY / "fingerprints.txt").read_text("utf-8").splitlines()
    fingerprint, file = [line for line in lines if " Disposal/" in line][-1].split()
    schema = avro.schema.parse((HISTORY / file).read_text("utf-8"))
    now = datetime.datetime.now(datetime.timezone.utc)
    body = io.BytesIO()
    avro.io.DatumWriter(schema).write({
        "entity_id": given.entity, "recorded_at": now, "alert_id": given.alert, "alert_revision": given.revision,
        "step": given.step, "actor_id_hash": given.actor, "actor_unit": "a script", "actor_role": "officer",
        "outcome": given.outcome, "comment": given.comment, "until": None, "at": now, "case_number": None,
        "to_unit": given.to_unit,
    }, avro.io.BinaryEncoder(body))
    # Java's way of finding the partition of a key; librdkafka's own would be another.
    producer = confluent_kafka.Producer({"bootstrap.servers": given.kafka, "partitioner": "murmur2_random"})
    producer.produce(given.prefix + "disposals.v1", MARKER + bytes.fromhex(fingerprint) + body.getvalue(), given.entity)
    producer.flush()


if __name__ == "__main__":
    main()
