"""Every byte that the public can get: the links of pages, files, feeds and the API followed, one of each shape."""

import io
import json
import re
import zipfile
from collections import Counter, deque
from html import unescape
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import Request, urlopen

from django.urls import Resolver404, resolve

# How many addresses of one shape are read: the same view, table, format and language, with parameters or without.
OF_A_SHAPE = 2


def walk(start, *, also=()):
    """(address, status, bytes) of `also` and of whatever links lead to from there, within the site."""
    asked = [start + address for address in also]
    waiting, seen, shapes = deque(asked), set(), Counter()
    while waiting:
        address = waiting.popleft()
        shape = shape_of(address)
        if address in seen or (shapes[shape] >= OF_A_SHAPE and address not in asked):
            continue
        seen.add(address)
        shapes[shape] += 1
        status, kind, content = read(address)
        yield address, status, opened(content)
        waiting.extend(link for link in links_in(kind, content, address) if link.startswith(start))


def shape_of(address):
    parts = urlsplit(address)
    path = unquote(parts.path)
    try:
        view = resolve(path.removeprefix("/en"))
        name, fixed = view.view_name or path, view.kwargs.get("kind") or view.kwargs.get("form")
        table = view.kwargs.get("table")
    except Resolver404:
        name, fixed, table = path, None, None
    return path.startswith("/en/"), name, fixed, table, bool(parts.query)


def read(address):
    """(status, content type, bytes); an error's page is an answer too."""
    request = Request(quote(address, safe=":/?&=#%~"), headers={"Accept": "*/*"})
    try:
        with urlopen(request) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read()


def links_in(kind, content, address):
    if kind.endswith(("html", "xml")):
        found = re.findall(r'(?:href|src|action)="([^"]+)"|<loc>([^<]+)<', content.decode())
        links = [unescape(attribute or location) for attribute, location in found]
    elif kind.endswith("json"):
        links = [text for text in texts_in(json.loads(content)) if text.startswith(("/", "http"))]
    else:
        links = []
    return (urljoin(address, link).partition("#")[0] for link in links)


def texts_in(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
    elif isinstance(value, str):
        yield value


def opened(content):
    """The bytes, with those of all files inside where it is a package or a workbook."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"\n".join([*(name.encode() for name in package.namelist()), *map(package.read, package.namelist())])
