#!/usr/bin/env python3
"""Writes a CSV file of ROWS x 10, the fourth column in quotes: text.py ROWS FILE"""

import datetime
import sys

import table

if __name__ == "__main__":
    count, path = int(sys.argv[1]), sys.argv[2]
    first = datetime.date(1899, 12, 30)
    days = {
        number: (first + datetime.timedelta(number)).isoformat()
        for number in range(43500, 43500 + 365)
    }
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(table.HEADER) + "\r\n")
        for row in table.rows(count):
            row[3] = f'"{row[3]}"'
            row[7] = days[row[7]]
            file.write(",".join(map(str, row)) + "\r\n")
