// `import Readers` is all that a program needs: what a reader hands out is declared in `Spreadsheet`.
@_exported public import Spreadsheet
