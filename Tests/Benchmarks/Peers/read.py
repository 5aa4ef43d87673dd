#!/usr/bin/env python3
"""One peer reads every cell of one file: read.py PEER FILE

Prints the cells and the seconds, those of starting Python and of loading the library left out.
"""

import sys
import time


def fastexcel(path):
    import fastexcel as library
    start = time.perf_counter()
    frame = library.read_excel(path).load_sheet(0)
    return start, frame.height * frame.width


def calamine(path):
    import python_calamine as library
    start = time.perf_counter()
    sheet = library.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return start, sum(map(len, sheet.to_python()))


def openpyxl(path):
    import openpyxl as library
    start = time.perf_counter()
    sheet = library.load_workbook(path, read_only=True, data_only=True).worksheets[0]
    return start, sum(map(len, sheet.iter_rows(values_only=True)))


def csv(path):
    import csv as library
    start = time.perf_counter()
    with open(path, encoding="utf-8", newline="") as file:
        return start, sum(map(len, library.reader(file)))


def polars(path):
    """On one thread, every cell a text as with the others."""
    import os
    os.environ["POLARS_MAX_THREADS"] = "1"
    import polars as library
    start = time.perf_counter()
    frame = library.read_csv(path, infer_schema=False)
    return start, frame.height * frame.width


def duckdb(path):
    """On two threads, into a table in memory, every cell a text."""
    import duckdb as library
    start = time.perf_counter()
    database = library.connect(config={"threads": 2})
    database.execute("create table t as select * from read_csv(?, all_varchar = true)", [path])
    return start, database.execute("select count(*) from t").fetchone()[0] * 10


if __name__ == "__main__":
    start, cells = globals()[sys.argv[1]](sys.argv[2])
    print(f"{cells} cells, {time.perf_counter() - start:.4f} s")
