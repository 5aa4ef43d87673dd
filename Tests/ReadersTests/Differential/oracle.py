"""Prints what openpyxl and python-calamine read of generated workbooks, as JSON: `oracle.py FOLDER`.

A value is a tag with a text: n number, s text, b boolean, e error, d date and time, t time of day, u duration in days.
Where the two readers differ (dates before 1900) the cell is disputed. Error values python-calamine leaves out.
"""

import datetime
import json
import pathlib
import sys
import warnings

import openpyxl
from python_calamine import CalamineWorkbook

from generate import generate


def tagged(value, is_error=False):
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return ["b", str(value).lower()]
    if isinstance(value, (int, float)):
        return ["n", repr(float(value))]
    if isinstance(value, datetime.datetime):
        return ["d", value.isoformat(timespec="milliseconds")]
    if isinstance(value, datetime.date):
        return ["d", f"{value.isoformat()}T00:00:00.000"]
    if isinstance(value, datetime.time):
        return ["t", value.isoformat(timespec="milliseconds")]
    if isinstance(value, datetime.timedelta):
        return ["u", repr(value / datetime.timedelta(days=1))]
    return ["e" if is_error else "s", str(value)]


def sheets(path):
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    calamine = CalamineWorkbook.from_path(str(path))
    for sheet in values.worksheets:
        grid = calamine.get_sheet_by_name(sheet.title)
        start = grid.start or (0, 0)
        seen = {}
        for row, line in enumerate(grid.to_python(skip_empty_area=True), start[0] + 1):
            for column, value in enumerate(line, start[1] + 1):
                seen[row, column] = tagged(value)
        cells = {}
        for line in formulas[sheet.title].iter_rows():
            for cell in line:
                stored = sheet[cell.coordinate]
                formula = None
                if cell.data_type == "f":
                    formula = getattr(cell.value, "text", cell.value).removeprefix("=")
                value = tagged(stored.value, stored.data_type == "e")
                other = seen.get((cell.row, cell.column))
                if formula is not None or value or other:
                    cells[cell.coordinate] = {
                        "value": value,
                        "formula": formula,
                        "isDisputed": value != other and not (other is None and value[0] == "e"),
                    }
        yield {
            "name": sheet.title,
            "visibility": sheet.sheet_state,
            "merges": sorted(str(merged) for merged in sheet.merged_cells.ranges),
            "hiddenRows": sorted(row for row, size in sheet.row_dimensions.items() if size.hidden),
            "cells": cells,
        }


def main():
    warnings.simplefilter("ignore")
    folder = pathlib.Path(sys.argv[1])
    json.dump(
        [{"file": str(path), "sheets": list(sheets(path))} for path in generate(folder)], sys.stdout, ensure_ascii=False
    )


if __name__ == "__main__":
    main()
