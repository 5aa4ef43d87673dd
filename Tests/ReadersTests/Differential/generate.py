"""Writes workbooks with every feature that two writers know: the same ones at each run.

What one writer cannot do the other does: XlsxWriter has cached results, inline strings and chart sheets, openpyxl
its own part names, shared strings for everything and results that are missing.
"""

import datetime
import pathlib
import random

import openpyxl
import xlsxwriter
from openpyxl.chart import LineChart
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula

SEED = 20190318

TEXTS = [
    "điểm", "Đơn vị", "đie\u0302\u0309m", "a & b < c > d", ' "quoted" ', "  leading", "trailing  ", "two\nlines", "tab\tin",
    "😀 beyond", "1.1", "9,5", "TRUE", "#N/A", "=no formula", "'apostrophe", "x" * 3000, "\u00a0", "١٢٣", "_underscore_", "0",
]
# No section is a date where another is a number: the other readers look at no condition.
FORMATS = [
    "General", "0", "0.00", "#,##0.00", "0%", "0.00%", "0.00E+00", "# ?/?", "@", "d/m/yyyy", "dd/mm/yy hh:mm", "mmm-yy",
    "h:mm AM/PM", "hh:mm:ss", "mm:ss.0", "[h]:mm", "[mm]:ss", "[$-42A]dddd, d mmmm yyyy", "[$-F800]dddd", "[Red]0;[Blue]-0",
    '0 "ngày"', '"d"0', "\\d0", "[<1]0%;0.0", "yyyy\\-mm\\-dd", "_(* #,##0_);_(* \\(#,##0\\)", '[$₫-42A] #,##0', "General;@",
    "0.0;;",
]
ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]


def number(choose):
    return choose.choice(
        [
            choose.randint(-10, 10), choose.randint(0, 100000), choose.uniform(-1, 1), choose.uniform(0, 100),
            round(choose.uniform(0, 100), 2), choose.random(), choose.uniform(1, 60), choose.randint(40000, 47000),
            choose.uniform(40000, 47000), 10.0 ** choose.randint(-30, 30), 0, 1, 0.1 + 0.2, 123456789012345, 59, 60, 61,
        ]
    )


def formatted(choose, formats):
    """A number with a format; the other readers know no day beyond the year 9999."""
    value = number(choose)
    return value, choose.choice(formats if abs(value) < 2_000_000 else formats[:7])


def moment(choose):
    day = datetime.datetime(1904, 1, 2) + datetime.timedelta(days=choose.randint(0, 60000))
    return day + datetime.timedelta(seconds=choose.randint(0, 86399))


def by_xlsxwriter(path, choose, **options):
    book = xlsxwriter.Workbook(path, options)
    formats = [book.add_format({"num_format": code}) for code in FORMATS]
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    in_order = options.get("constant_memory", False)
    for index in range(3):
        sheet = book.add_worksheet(["Chấm điểm", "Nhập", "It's"][index])
        if index == 1:
            sheet.hide()
        if index == 2:
            sheet.very_hidden()
        row = 0
        for _ in range(120):
            row += choose.choice([1, 1, 1, 2, 7])
            if choose.random() < 0.1:
                sheet.set_row(row, 20, bold, {"hidden": choose.random() < 0.5})
            for column in sorted(choose.sample(range(30), choose.randint(0, 8))):
                write(sheet, row, column, choose, formats, bold, day)
        sheet.set_column(2, 4, 12, bold)
        sheet.set_column(27, 28, 12, None, {"hidden": True})
        if not in_order:
            sheet.merge_range(1200, 0, 1202, 3, "merged", bold)
            sheet.merge_range(1210, 1, 1210, 2, 7, formats[2])
            sheet.add_table(1300, 0, 1303, 2, {"data": [[1, "a", 2.5], [3, "b", 4]]})
            sheet.write(1400, 60, "last")
        sheet.conditional_format("A1:D9", {"type": "data_bar"})
        sheet.data_validation("A1", {"validate": "list", "source": ["a", "b"]})
        if not in_order:
            sheet.write_comment("A1", "not a cell")
    book.add_chartsheet("Biểu đồ").set_chart(line(book))
    book.define_name("Tổng", "='Chấm điểm'!$A$1")
    book.close()


def line(book):
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "='Chấm điểm'!$A$1:$A$9"})
    return chart


def write(sheet, row, column, choose, formats, bold, day):
    kind = choose.randrange(12)
    if kind <= 3:
        sheet.write_number(row, column, *formatted(choose, formats))
    elif kind <= 5:
        sheet.write_string(row, column, choose.choice(TEXTS), choose.choice([None, bold]))
    elif kind == 6:
        sheet.write_boolean(row, column, choose.random() < 0.5)
    elif kind == 7:
        sheet.write_datetime(row, column, moment(choose), day)
    elif kind == 8:
        sheet.write_blank(row, column, None, bold)
    elif kind == 9:
        value = choose.choice([number(choose), choose.choice(TEXTS[:9]), True, False, choose.choice(ERRORS), 0])
        sheet.write_formula(row, column, choose.choice(["=SUM(A1:B2)", '="a"&B1', "='It''s'!A1"]), None, value)
    elif kind == 10:
        sheet.write_rich_string(row, column, "a ", bold, choose.choice(TEXTS[:4]), " c")
    else:
        sheet.write_array_formula(row, column, row, column, "{=SUM(A1:A2*B1:B2)}", None, number(choose))


def by_openpyxl(path, choose, mac=False):
    book = openpyxl.Workbook()
    if mac:
        book.epoch = CALENDAR_MAC_1904
    book.remove(book.active)
    for index in range(3):
        sheet = book.create_sheet(["Bảng", "Ẩn", "a"][index])
        sheet.sheet_state = ["visible", "hidden", "veryHidden"][index]
        for _ in range(400):
            cell = sheet.cell(choose.randint(1, 200), choose.randint(1, 40))
            kind = choose.randrange(11)
            if kind <= 2:
                cell.value, cell.number_format = formatted(choose, FORMATS)
            elif kind <= 4:
                cell.value = choose.choice([text for text in TEXTS if not text.startswith(("=", "#"))])
            elif kind == 5:
                cell.value = choose.random() < 0.5
            elif kind == 6:
                cell.value = choose.choice(ERRORS)
            elif kind == 7:
                cell.value = choose.choice([moment(choose), moment(choose).date(), moment(choose).time()])
            elif kind == 8:
                cell.value = datetime.timedelta(seconds=choose.randint(0, 400_000))
            elif kind == 9:
                cell.value = choose.choice(["=SUM(A1:B2)", "=1/0", ArrayFormula(cell.coordinate, "=SUM(A1:A2*B1:B2)")])
            else:
                cell.value = CellRichText("a ", TextBlock(InlineFont(b=True), "đậm"), " c")
        sheet.merge_cells("AP3:AR5")
        sheet["AP3"] = "merged"
        sheet.row_dimensions[7].hidden = True
        sheet.column_dimensions["D"].hidden = True
    book.create_chartsheet("Biểu đồ").add_chart(LineChart())
    book.save(path)


def by_openpyxl_in_one_go(path, choose):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Dài")
    for _ in range(1500):
        sheet.append([choose.choice([number(choose), choose.choice(TEXTS[:8]), None, True]) for _ in range(8)])
    book.save(path)


def generate(folder: pathlib.Path):
    """Writes the workbooks into `folder` and returns their paths."""
    choose = random.Random(SEED)
    writers = {
        "xlsxwriter": lambda path: by_xlsxwriter(path, choose),
        "xlsxwriter-1904": lambda path: by_xlsxwriter(path, choose, date_1904=True),
        "xlsxwriter-inline": lambda path: by_xlsxwriter(path, choose, constant_memory=True),
        "xlsxwriter-zip64": lambda path: by_xlsxwriter(path, choose, use_zip64=True),
        "openpyxl": lambda path: by_openpyxl(path, choose),
        "openpyxl-1904": lambda path: by_openpyxl(path, choose, mac=True),
        "openpyxl-stream": lambda path: by_openpyxl_in_one_go(path, choose),
    }
    paths = []
    for name, write_workbook in writers.items():
        path = folder / f"{name}.xlsx"
        write_workbook(str(path))
        paths.append(path)
    return paths
