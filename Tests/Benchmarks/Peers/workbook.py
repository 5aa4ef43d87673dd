#!/usr/bin/env python3
"""XlsxWriter, in constant memory, writes the cells of a workbook: workbook.py LINES FILE

LINES is what `thidua read` prints of the workbook. The cells are in memory before the clock starts;
each gets a format, as ours have. Prints the cells and the seconds.
"""

import json
import sys
import time

import xlsxwriter


def column(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


if __name__ == "__main__":
    sheets, columns, count = {}, {}, 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            cells = [
                (columns.setdefault(letters, column(letters)),
                 str(value) if isinstance(value, dict) else value)
                for letters, value in row["cells"].items()
            ]
            count += len(cells)
            sheets.setdefault(row["sheet"], []).append((row["row"] - 1, cells))
    start = time.perf_counter()
    book = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True, "strings_to_formulas": False})
    style = book.add_format({"border": 1})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, cells in rows:
            for place, value in cells:
                if isinstance(value, str):
                    sheet.write_string(number, place, value, style)
                else:
                    sheet.write_number(number, place, value, style)
    book.close()
    print(f"{count} cells, {time.perf_counter() - start:.4f} s")
