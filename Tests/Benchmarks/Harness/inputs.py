"""Makes the inputs, once each, below one folder."""

import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Inputs:
    """The inputs below `folder`, made by the scripts in `Inputs/`."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def sheet(self, kind, rows):
        return self._made(f"{kind}-{rows}.xlsx", "sheet.py", kind, str(rows))

    def text(self, rows):
        return self._made(f"text-{rows}.csv", "text.py", str(rows))

    def block(self, units):
        return self._made(f"block-{units}", "block.py", str(units))

    def _made(self, name, script, *arguments):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            start = time.perf_counter()
            print(f"making {name}", end=" … ", flush=True)
            unfinished = os.path.join(self.folder, "unfinished-" + name)
            subprocess.run(
                [sys.executable, os.path.join(HERE, "Inputs", script), *arguments, unfinished],
                check=True)
            os.rename(unfinished, path)
            print(f"{time.perf_counter() - start:.0f} s", flush=True)
        return path
