#!/usr/bin/env python3
"""Writes a block of UNITS units with their submissions: block.py UNITS FOLDER

Each submission is a workbook of 40 criteria in five groups, 27 KB of XML.
"""

import os
import random
import sys
from multiprocessing import Pool

import xlsxwriter

MAXIMA = random.Random(2)
CRITERIA = []
for group in range(1, 6):
    CRITERIA.append((str(group), f"Nhóm tiêu chí {group}", None, ""))
    for index in range(1, 9):
        CRITERIA.append((
            f"{group}.{index}",
            f"Nội dung tiêu chí {group}.{index} thực hiện nhiệm vụ chính trị, chuyên môn",
            MAXIMA.choice([5, 10, 15, 20, 50]), str(group)))


def submission(order):
    number, folder = order
    draw = random.Random(number)
    book = xlsxwriter.Workbook(f"{folder}/bai-nop/don-vi-{number:06d}.xlsx")
    sheet = book.add_worksheet("Chấm điểm")
    style = book.add_format({"border": 1})
    sheet.write(0, 0, f"Đơn vị: Đơn vị số {number:06d}", style)
    sheet.merge_range("A3:F3", "BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2026", style)
    sheet.write_row(
        4, 0, ["STT", "Nội dung tiêu chí", "Điểm chuẩn", "Điểm tự chấm", "Minh chứng", "Ghi chú"],
        style)
    row, total = 5, 0
    for code, content, maximum, _ in CRITERIA:
        if maximum is None:
            sheet.write_row(row, 0, [code, content], style)
        else:
            score = round(draw.random() * maximum * 1.01, 2)
            total += score
            evidence = f"BC {draw.randint(1, 999)}/BC-VP"
            sheet.write_row(row, 0, [code, content, maximum, score, evidence, ""], style)
        row += 1
    sheet.write(row, 1, "TỔNG CỘNG", style)
    sheet.write_formula(row, 3, f"=SUM(D6:D{row})", style, round(total, 2))
    book.close()


def regulation(count, folder):
    sheets = {
        "Khối": [("Mục", "Giá trị"), ("Tên khối", "Khối đo tốc độ"), ("Năm", 2026)],
        "Đơn vị": [("Mã", "Tên đơn vị", "Ký giao ước")] + [
            (f"DV{number:06d}", f"Đơn vị số {number:06d}", "x") for number in range(count)],
        "Tiêu chí": [("Mã", "Nội dung", "Điểm tối đa", "Thuộc")] + [
            (code, content, maximum or "", parent) for code, content, maximum, parent in CRITERIA],
        "Xếp loại": [
            ("Mức", "Từ điểm", "Tỷ lệ tối đa"), ("Xuất sắc", 400, 20), ("Tốt", 300, ""),
            ("Khá", 200, ""), ("Trung bình", 0, "")],
    }
    book = xlsxwriter.Workbook(f"{folder}/quy-che.xlsx")
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
    book.close()


if __name__ == "__main__":
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(f"{folder}/bai-nop", exist_ok=True)
    regulation(count, folder)
    with Pool(2) as pool:
        pool.map(submission, [(number, folder) for number in range(count)], chunksize=50)
