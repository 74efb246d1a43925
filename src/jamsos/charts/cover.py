"""Who is covered in which kecamatan: tiles that lie roughly as the kecamatan do, or a map."""

from pathlib import Path
from typing import Any

import altair as alt
import polars as pl

from jamsos.answers.texts import Text, number, percent
from jamsos.charts.areas import Area, Areas, areas_of, tiles
from jamsos.charts.colours import BLUE, INK, LIGHT, PAPER, UNKNOWN
from jamsos.charts.geojson import Feature, checked_features, named_after
from jamsos.charts.picture import Picture, picture
from jamsos.charts.words import rows_of
from jamsos.registers.planning.result import Plan
from jamsos.registers.summing.summary import Summary
from jamsos.values.money import MILLION

_TILE = 92
"""The size of a tile, in pixels."""
_MAP = 520
_DARK = 550_000
"""From which share on, in parts per million, a tile is so dark that its letters are white."""
_WORDS = 11
"""How many letters of a name stand on one line of a tile."""


def cover_by_kecamatan(
    source: Plan | Summary | pl.DataFrame,
    *,
    geojson: dict[str, Any] | str | Path | None = None,
    key: str = "code",
    lang: str = "id",
) -> Picture:
    """The share of people covered in each kecamatan, as tiles or, with a GeoJSON, as a map.

    Shares are rounded down to whole per cent: 100 per cent are all of them. A kecamatan of which
    nothing is known is grey and says so. People of no kecamatan on the map are counted below the
    title.

    Args:
        source: A :class:`~jamsos.registers.Plan`: the covered among those who take part. A
            :class:`~jamsos.registers.Summary` by kecamatan: the enrolled among the people. Or a
            frame of polars with the columns ``kecamatan``, ``covered`` and ``people``, or of
            ``cover_against`` with ``kecamatan``, ``enrolled`` and ``target``.
        geojson: The areas of the caller, read or as the path of a file; without it the 18
            kecamatan of Kutai Timur as tiles.
        key: The property of an area that has its code or its name.
        lang: ``"id"`` or ``"en"``.

    Raises:
        InputError: for a source without kecamatan, or a GeoJSON without the property.

    """
    areas = areas_of(source)
    if geojson is None:
        return _tile_map(areas, lang)
    features = checked_features(geojson, key)
    return _real_map(areas, named_after(features, key), lang)


def _title(areas: list[Area], mark: str, lang: str) -> str:
    covered = sum(area.covered for area in areas)
    people = sum(area.people for area in areas)
    said = Text("chart.cover.title", {"covered": covered, "people": people}).say(lang)
    return f"{mark}. {said}" if mark else said


def _share(area: Area | None, lang: str) -> str:
    if area is None or not area.people:
        return Text("register.plan_unknown").say(lang)
    return percent(area.whole_percent, lang)


def _counts(area: Area | None, lang: str) -> str:
    if area is None or not area.people:
        return ""
    return f"{number(area.covered, lang)}/{number(area.people, lang)}"


def _row(name: str, area: Area | None, lang: str) -> dict[str, object]:
    """What is drawn of one kecamatan."""
    is_known = area is not None and area.people > 0
    share = area.ppm if area is not None and is_known else None
    return {
        "name": name,
        "share": share,
        "percent": _share(area, lang),
        "counts": _counts(area, lang),
        "dark": share is not None and share > _DARK,
    }


def _fill(lang: str) -> Any:
    scale = alt.Scale(domain=[0, MILLION], range=[LIGHT, BLUE], interpolate="rgb")
    legend = alt.Legend(
        title=Text("chart.cover.legend").say(lang),
        labelExpr=f"format(datum.value / {MILLION}, '.0%')",
        gradientLength=160,
        values=[0, MILLION // 2, MILLION],
    )
    of_share = alt.Color("share:Q", scale=scale, legend=legend)
    return alt.condition("datum.share === null", alt.value(UNKNOWN), of_share)


def _letters() -> Any:
    return alt.condition("datum.dark", alt.value(PAPER), alt.value(INK))


def _not_shown(found: Areas, shown: set[str], lang: str) -> str:
    """How many people stand in no kecamatan of the map."""
    others = sum(area.people for area in found.areas if area.key not in shown)
    if not others:
        return ""
    return Text("chart.cover.elsewhere", {"people": others}).say(lang)


def _tile_map(found: Areas, lang: str) -> Picture:
    by_key = found.by_key
    drawn: list[dict[str, object]] = []
    for tile in tiles():
        area = by_key.get(tile.code)
        row = _row(tile.name, area, lang)
        first, _, second = tile.name.partition(" ")
        lines = [tile.name] if len(tile.name) <= _WORDS else [first, second]
        drawn.append({**row, "column": tile.column, "row": tile.row, "lines": lines})
    base = alt.Chart(rows_of(drawn)).encode(
        x=alt.X("column:O", axis=None, scale=alt.Scale(paddingInner=0.05)),
        y=alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.05)),
    )
    layers = [
        base.mark_rect(cornerRadius=4).encode(color=_fill(lang)),
        base.mark_text(dy=-26, lineHeight=13).encode(text="lines:N", color=_letters()),
        base.mark_text(dy=12, fontSize=15, fontWeight="bold").encode(
            text="percent:N", color=_letters()
        ),
        base.mark_text(dy=32).encode(text="counts:N", color=_letters()),
    ]
    columns = max(tile.column for tile in tiles()) + 1
    lines_down = max(tile.row for tile in tiles()) + 1
    shown = {tile.code for tile in tiles()}
    return picture(
        layers,
        title=_title(found.areas, found.mark, lang),
        below_title=_not_shown(found, shown, lang),
        description=_description(drawn, lang),
        lang=lang,
        width=columns * _TILE,
        height=lines_down * _TILE,
    )


def _real_map(found: Areas, features: list[Feature], lang: str) -> Picture:
    by_key = found.by_key
    drawn: list[dict[str, object]] = []
    for feature in features:
        row = _row(feature.name, by_key.get(feature.key), lang)
        drawn.append({**row, "type": "Feature", "geometry": feature.geometry})
    base = alt.Chart(rows_of(drawn))
    centred = base.transform_calculate(
        longitude="geoCentroid(null, datum.geometry)[0]",
        latitude="geoCentroid(null, datum.geometry)[1]",
    ).encode(longitude="longitude:Q", latitude="latitude:Q")
    layers = [
        base.mark_geoshape(stroke=PAPER, strokeWidth=1).encode(color=_fill(lang)),
        centred.mark_text(dy=-8).encode(text="name:N", color=_letters()),
        centred.mark_text(dy=8, fontWeight="bold").encode(text="percent:N", color=_letters()),
    ]
    return picture(
        layers,
        title=_title(found.areas, found.mark, lang),
        below_title=_not_shown(found, {feature.key for feature in features}, lang),
        description=_description(drawn, lang),
        lang=lang,
        height=_MAP,
    )


def _description(drawn: list[dict[str, object]], lang: str) -> str:
    """Every kecamatan with its share, in words."""
    said: list[str] = []
    for row in drawn:
        args = {"name": str(row["name"]), "share": str(row["percent"])}
        said.append(Text("chart.cover.one", args).say(lang))
    return " ".join(said)
