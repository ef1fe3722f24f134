#!/usr/bin/env python3
"""Receives Forewarn's webhooks and verifies them: SECRET=... receive.py PORT. Needs nothing but Python 3."""
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

SECRET = os.environ.get("SECRET", "").encode()
OLDEST_SECONDS = 300


def is_right(timestamp, signature, body):
    """Whether a message was signed under the secret, and not long ago."""
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > OLDEST_SECONDS:
        return False
    expected = "v1=" + hmac.new(SECRET, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        right = is_right(self.headers.get("Forewarn-Timestamp", ""), self.headers.get("Forewarn-Signature", ""), body)
        self.send_response(204 if right else 401)
        self.end_headers()
        if right:
            event = json.loads(body)
            print(event["id"], event["data"].get("level"), event["data"].get("text_en"), flush=True)


if __name__ == "__main__":
    if len(SECRET) < 16 or len(sys.argv) != 2:
        sys.exit(__doc__)
    HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
