"""The areas of a GeoJSON of the caller, by the kecamatan they are."""

import json
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

from jamsos.charts.areas import area_key, tiles
from jamsos.errors import InputError, instead, kind_of

_ALLOWED = "a FeatureCollection whose areas have the property {key!r}"


class Feature(NamedTuple):
    """One area of a map."""

    key: str
    name: str
    geometry: dict[str, Any]


def checked_features(geojson: object, key: str) -> list[dict[str, Any]]:
    """The areas of a GeoJSON, read or in a file.

    Raises:
        InputError: for a file that cannot be read, or anything but areas with the property.

    """
    allowed = _ALLOWED.format(key=key)
    read = _read(geojson, allowed) if isinstance(geojson, str | Path) else geojson
    given: object = read
    if not isinstance(read, dict) or "features" not in read:
        raise InputError("geojson", kind_of(given), allowed, "give the areas of the kecamatan")
    listed: list[dict[str, Any]] = cast("dict[str, Any]", read)["features"]
    for number, feature in enumerate(listed):
        properties: dict[str, Any] = feature.get("properties") or {}
        if key not in properties or not feature.get("geometry"):
            step = "name with key= the property that has the code or the name"
            raise InputError(f"geojson, area {number}", sorted(properties), allowed, step)
    return listed


def _read(path: str | Path, allowed: str) -> object:
    def refused(failure: Exception) -> InputError:
        value = f"{Path(path).name}: {type(failure).__name__}"
        return InputError("geojson", value, allowed, "check path and file")

    text = instead(partial(Path(path).read_text, "utf-8"), (OSError, UnicodeDecodeError), refused)
    return instead(partial(json.loads, text), (ValueError,), refused)


def named_after(features: list[dict[str, Any]], key: str) -> list[Feature]:
    """The areas with the kecamatan each is."""
    names = {tile.code: tile.name for tile in tiles()}
    named: list[Feature] = []
    for feature in features:
        written = str(feature["properties"][key])
        code = area_key(written)
        named.append(Feature(code, names.get(code, written), feature["geometry"]))
    return named
