"""The house: imports point one way, and each room keeps to what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOP = {
    ".ci", ".git", ".gitignore", ".streamlit", "CHANGELOG.md", "LICENSE", "Makefile", "README.md",
    "app.py", "components", "data", "pages", "pyproject.toml", "requirements.txt", "tests",
}  # fmt: skip
MADE = {
    ".venv", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__",
}  # fmt: skip

# A room, and what a file in it must not import.
FORBIDDEN = {
    "components/reading": ("streamlit", "plotly", "pandas", "components.tables", "components.charts",
                           "components.export", "components.ui", "components.wording"),
    "components/bringing": ("streamlit", "plotly", "pandas", "components.tables",
                            "components.charts", "components.export", "components.ui"),
    "components/tables": ("streamlit", "plotly", "components.charts", "components.export",
                          "components.ui"),
    "components/charts": ("streamlit", "components.export", "components.ui"),
    "components/export": ("streamlit", "components.ui"),
    "components/ui": ("pages",),
}  # fmt: skip


def modules(room: str) -> list[Path]:
    folder = ROOT / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: write the import in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("room", FORBIDDEN)
def test_imports_point_one_way(room: str) -> None:
    for path in modules(room):
        for name in imported(path):
            for forbidden in FORBIDDEN[room]:
                inside = name == forbidden or name.startswith(forbidden + ".")
                assert not inside, f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("module", ["texts", "wording"])
def test_leaves_import_no_room_above_them(module: str) -> None:
    above = ("components.tables", "components.charts", "components.export", "components.ui")
    for name in imported(ROOT / "components" / f"{module}.py"):
        assert not name.startswith((*above, "streamlit")), name


def test_the_top_level_is_the_house() -> None:
    assert {path.name for path in ROOT.iterdir()} - MADE <= TOP


def test_data_holds_data_alone() -> None:
    code = [path for path in (ROOT / "data").rglob("*") if path.suffix in (".py", ".js", ".sh")]
    assert code == []
