"""Types into cells of workbooks, and says what openpyxl sees in them.

edit JOBS      JOBS is a list of {"input", "output", "sheet", "cells"} as JSON
describe FILE… writes a list of what the workbooks hold, as JSON
"""

import json
import re
import sys

import openpyxl


def edit(jobs):
    for job in json.load(open(jobs, encoding="utf-8")):
        workbook = openpyxl.load_workbook(job["input"])
        sheet = workbook[job["sheet"]]
        for cell, value in job["cells"].items():
            sheet[cell] = value
        workbook.save(job["output"])


def broken(workbook, target):
    match = re.fullmatch(r"'((?:[^']|'')*)'!([A-Z]+)(\d+)", target or "")
    if not match:
        return True
    name = match[1].replace("''", "'")
    return name not in workbook.sheetnames or int(match[3]) > workbook[name].max_row


def describe(files):
    result = []
    for file in files:
        workbook = openpyxl.load_workbook(file)
        sheets = []
        for sheet in workbook:
            cells = [cell for row in sheet.iter_rows() for cell in row]
            targets = [cell.hyperlink.location for cell in cells if cell.hyperlink]
            sheets.append(
                {
                    "name": sheet.title,
                    "printArea": sheet.print_area or "",
                    "paper": int(sheet.page_setup.paperSize or 0),
                    "footer": sheet.oddFooter.right.text or "",
                    "formulas": sum(cell.data_type == "f" for cell in cells),
                    "texts": sum(cell.data_type == "s" for cell in cells),
                    "numbers": sum(
                        cell.data_type == "n" and cell.value is not None for cell in cells
                    ),
                    "links": len(targets),
                    "brokenLinks": [t or "" for t in targets if broken(workbook, t)],
                }
            )
        result.append({"sheets": sheets})
    json.dump(result, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    if sys.argv[1] == "edit":
        edit(sys.argv[2])
    else:
        describe(sys.argv[2:])
