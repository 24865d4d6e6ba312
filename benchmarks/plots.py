"""Line plots as SVG, written by hand: a plot is a few lines and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 40, 48
COLOURS = ("#1f5fa8", "#b5532a", "#3c7d3c")
TICKS = 5

Line = Sequence[tuple[float, float]]


def write(
    path: Path, title: str, across: str, lines: Mapping[str, Line], *, top: float | None = None
) -> None:
    """Write a plot of named `lines` of (x, y) points; both axes begin at 0, the upright one ends at `top`."""
    points = [point for line in lines.values() for point in line]
    widest = max(x for x, _ in points)
    highest = top or 1.1 * max(y for _, y in points)

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            LEFT + x / widest * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - y / highest * (HEIGHT - TOP - BOTTOM),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' font-family="sans-serif" font-size="12" fill="#333"><title>{escape(title)}</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" font-size="14" font-weight="bold">{escape(title)}</text>',
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 10}" text-anchor="end">{escape(across)}</text>',
    ]
    for step in range(TICKS + 1):
        x, y = place(widest * step / TICKS, highest * step / TICKS)
        parts += [
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>',
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{highest * step / TICKS:.3g}</text>',
            f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{widest * step / TICKS:,.0f}</text>',
        ]
    for number, (name, line) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        path_of = " ".join("{:.1f},{:.1f}".format(*place(*point)) for point in line)
        parts += [
            f'<polyline points="{path_of}" fill="none" stroke="{colour}" stroke-width="2"/>',
            f'<text x="{LEFT + 8 + 160 * number}" y="{HEIGHT - 10}" fill="{colour}">{escape(name)}</text>',
        ]
    path.write_text("\n".join([*parts, "</svg>", ""]), "utf-8")
