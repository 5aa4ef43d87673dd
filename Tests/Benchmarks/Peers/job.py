#!/usr/bin/env python3
"""The job as a script would do it: job.py calamine|openpyxl FOLDER PROCESSES

Reads every submission, checks each score against its maximum, ranks, and writes ranking, matrix of
units and criteria, and faults with XlsxWriter. Prints the seconds, those of starting Python left out.
"""

import glob
import sys
import time
from multiprocessing import Pool


def rows(path, peer):
    if peer == "calamine":
        from python_calamine import CalamineWorkbook
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    import openpyxl
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def result(order):
    path, peer = order
    table = rows(path, peer)
    unit = str(table[0][0]).split(":", 1)[1].strip()
    scores, faults = {}, []
    for index, row in enumerate(table[5:-1]):
        maximum, score = row[2], row[3]
        if not isinstance(maximum, (int, float)):
            continue
        if not isinstance(score, (int, float)) or score < 0:
            faults.append((path, index, score))
            score = 0
        elif score > maximum:
            faults.append((path, index, score))
            score = maximum
        scores[str(row[0])] = score
    return unit, round(sum(scores.values()), 2), scores, faults


def write(results, path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    ranking, matrix, faults = map(book.add_worksheet, ["Xếp hạng", "Ma trận", "Tồn tại"])
    for index, (unit, total, _, _) in enumerate(results):
        ranking.write_row(index, 0, [index + 1, unit, total])
    for index, (unit, _, scores, _) in enumerate(results):
        matrix.write_row(index, 0, [unit, *scores.values()])
    for index, fault in enumerate(fault for *_, found in results for fault in found):
        faults.write_row(index, 0, fault)
    book.close()


if __name__ == "__main__":
    peer, folder, processes = sys.argv[1], sys.argv[2], int(sys.argv[3])
    start = time.perf_counter()
    files = sorted(glob.glob(f"{folder}/bai-nop/*.xlsx"))
    with Pool(processes) as pool:
        results = pool.map(result, [(file, peer) for file in files], chunksize=64)
    results.sort(key=lambda item: -item[1])
    write(results, f"{folder}/peer.xlsx")
    print(f"{len(files)} files, {time.perf_counter() - start:.4f} s")
