"""Serve the built page: ``python examples/village_page/serve.py``, also from a stick.

Any web server does; this one sends the compressed files that the build wrote. It needs no package.
"""

import argparse
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
}


class Handler(SimpleHTTPRequestHandler):
    """Sends a file of the folder, compressed where its compressed form is there."""

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        """Answer until the browser goes away; then nobody is there to be told."""
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def do_GET(self) -> None:
        """Send one file, or that there is none, or that the browser has it already."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        tag = f'"{path.stat().st_mtime_ns:x}"'
        if self.headers.get("If-None-Match") == tag:
            self._send(HTTPStatus.NOT_MODIFIED, {"ETag": tag}, b"")
            return
        compressed = path.with_name(f"{path.name}.gz")
        headers = {
            "Content-Type": TYPES.get(path.suffix, "application/octet-stream"),
            "ETag": tag,
            "Cache-Control": "no-cache",
        }
        if compressed.is_file() and "gzip" in self.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            path = compressed
        self._send(HTTPStatus.OK, headers, path.read_bytes())

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        # In one piece: files are sent side by side.
        sys.stdout.write(f"{status.value} {len(body)} {self.path}\n")
        sys.stdout.flush()

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing: each answer has its line with the bytes it sent."""


def main() -> None:
    """Serve until it is stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).resolve().parent / "dist"
    parser.add_argument("folder", nargs="?", type=Path, default=here)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--host", default="127.0.0.1", help="0.0.0.0 for the phones in the same network"
    )
    options = parser.parse_args()
    if not (options.folder / "index.html").is_file():
        sys.exit(f"{options.folder}: no page there; make it with build.py")

    def handler(*arguments: object) -> Handler:
        return Handler(*arguments, directory=str(options.folder))  # type: ignore[arg-type]

    with ThreadingHTTPServer((options.host, options.port), handler) as server:
        print(f"http://{options.host}:{server.server_port}/", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
