#!/usr/bin/env python3
"""Writes a workbook of one sheet: sheet.py KIND ROWS FILE

KIND: plain     ten columns of texts (shared strings), numbers and blanks
      inline    the same with every text in its cell
      dates     ten columns of dates and times
      blank     ten columns of cells with a style and nothing in them, one number a row
      wide      16,384 columns of numbers
      strings   ten columns of texts, no text twice
"""

import sys
import zipfile

import xlsxwriter

import table


def workbook(path, constant_memory):
    return xlsxwriter.Workbook(path, {"constant_memory": constant_memory})


def plain(count, path, constant_memory=False):
    book = workbook(path, constant_memory)
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, table.HEADER)
    for index, row in enumerate(table.rows(count), 1):
        sheet.write_row(index, 0, row)
    book.close()


def inline(count, path):
    plain(count, path, constant_memory=True)


def dates(count, path):
    book = workbook(path, True)
    sheet = book.add_worksheet("Data")
    formats = [
        book.add_format({"num_format": code})
        for code in ["dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm:ss", "yyyy-mm-dd", "[h]:mm"]
    ]
    for row in range(count):
        for column in range(10):
            kind = column % 5
            value = (row * 7 + column) % 86400 / 86400 if kind == 2 else 36526 + (
                row * 13 + column * 977) % 20000 + (0.25 if kind == 1 else 0)
            sheet.write_number(row, column, value, formats[kind])
    book.close()


def blank(count, path):
    book = workbook(path, True)
    sheet = book.add_worksheet("Data")
    bordered = book.add_format({"border": 1})
    for row in range(count):
        sheet.write_number(row, 0, row, bordered)
        for column in range(1, 10):
            sheet.write_blank(row, column, None, bordered)
    book.close()


def wide(count, path):
    book = workbook(path, True)
    sheet = book.add_worksheet("Data")
    for row in range(count):
        for column in range(16384):
            sheet.write_number(row, column, (row * 31 + column * 17) % 5000 / 100)
    book.close()


def strings(count, path):
    """Written part by part: to write ten million texts XlsxWriter would need several GiB."""
    book = workbook(path, False)
    book.add_worksheet("Data").write_string(0, 0, "x")
    book.close()
    with zipfile.ZipFile(path) as small:
        parts = {name: small.read(name) for name in small.namelist()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    letters = "ABCDEFGHIJ"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as large:
        for name, content in parts.items():
            if name == "xl/worksheets/sheet1.xml":
                with large.open(name, "w", force_zip64=True) as part:
                    part.write(f'{head}<worksheet xmlns="{space}"><sheetData>'.encode())
                    for row in range(count):
                        cells = "".join(
                            f'<c r="{letter}{row + 1}" t="s"><v>{row * 10 + column}</v></c>'
                            for column, letter in enumerate(letters))
                        part.write(f'<row r="{row + 1}">{cells}</row>'.encode())
                    part.write(b"</sheetData></worksheet>")
            elif name == "xl/sharedStrings.xml":
                with large.open(name, "w", force_zip64=True) as part:
                    total = count * 10
                    part.write(
                        f'{head}<sst xmlns="{space}" count="{total}" uniqueCount="{total}">'
                        .encode())
                    for row in range(count):
                        part.write("".join(
                            f"<si><t>Báo cáo số {row * 10 + column}/BC</t></si>"
                            for column in range(10)).encode())
                    part.write(b"</sst>")
            else:
                large.writestr(name, content)


if __name__ == "__main__":
    kind, count, path = sys.argv[1:4]
    {"plain": plain, "inline": inline, "dates": dates, "blank": blank, "wide": wide,
     "strings": strings}[kind](int(count), path)
