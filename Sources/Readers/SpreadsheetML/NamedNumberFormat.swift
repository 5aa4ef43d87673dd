extension NumberFormat {
  /// The format of `name`: a name by which XML spreadsheets and Excel's HTML call a built-in format
  /// (`Percent`, `Short Date` …), else a format code.
  init(named name: String) {
    switch name {
    case "General Date", "Long Date", "Medium Date", "Short Date", "Long Time", "Medium Time",
      "Short Time":
      self.init(builtIn: 22)
    case "Percent": self.init(builtIn: 10)
    case "", "General Number", "Currency", "Euro Currency", "Fixed", "Standard", "Scientific",
      "Yes/No", "True/False", "On/Off":
      self = .general
    default: self.init(code: name)
    }
  }
}
