"""The table that the sheets and the text file of the benchmark hold: scores as units enter them."""

import random

HEADER = [
    "STT", "Đơn vị", "Mã tiêu chí", "Nội dung tiêu chí", "Điểm chuẩn", "Điểm tự chấm",
    "Điểm thẩm định", "Ngày", "Minh chứng", "Ghi chú",
]
UNITS = [f"Sở ngành số {i}" for i in range(300)]
CRITERIA = [
    (f"{a}.{b}", f"Nội dung tiêu chí {a}.{b} thực hiện nhiệm vụ chính trị, chuyên môn")
    for a in range(1, 8) for b in range(1, 9)
]


def rows(count):
    """The rows below the header, the same on every run."""
    draw = random.Random(1)
    for number in range(1, count + 1):
        code, content = draw.choice(CRITERIA)
        maximum = draw.choice([5, 10, 15, 20, 50])
        score = round(draw.random() * maximum, 2)
        yield [
            number, draw.choice(UNITS), code, content, maximum, score, round(score * 0.95, 2),
            43500 + number % 365, f"Báo cáo số {number % 5000}/BC",
            "" if number % 3 else f"ghi chú {number % 997}",
        ]
