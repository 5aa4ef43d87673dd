internal import CLibxlsxwriter
import Spreadsheet

extension SheetWriter {
  /// Places a chart whose upper left corner lies in `cell`, moved by so many pixels.
  func add(_ chart: Chart, at cell: CellReference, right: Int = 0, down: Int = 0) throws {
    try checkDrawing(at: cell)
    let object = try workbook.chart(chart)
    try call("\(cell)") { sheet in
      chart.description.withMutableCString { description in
        var options = lxw_chart_options()
        // The library's charts are 480 × 288 pixels.
        options.x_scale = chart.width / 480
        options.y_scale = chart.height / 288
        options.x_offset = Int32(clamping: right)
        options.y_offset = Int32(clamping: down)
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.description = description
        return worksheet_insert_chart_opt(sheet, cell.lxwRow, cell.lxwColumn, object, &options)
      }
    }
  }
}

extension WorkbookWriter {
  /// The library's chart of a description; the workbook frees it.
  fileprivate func chart(_ chart: Chart) throws -> UnsafeMutablePointer<lxw_chart> {
    let type = Self.type(chart.direction, chart.grouping)
    guard let object = workbook_add_chart(try openHandle(), UInt8(type.rawValue)) else {
      throw WritingError(file: path, detail: "out of memory")
    }
    for series in chart.series { try add(series, of: chart, to: object) }
    // The library calls the horizontal axis x, of bars that of the values.
    let (categories, values) =
      chart.direction == .columns
      ? (object.pointee.x_axis, object.pointee.y_axis)
      : (object.pointee.y_axis, object.pointee.x_axis)
    withFont { font in
      if let title = chart.title {
        font.size = 12
        font.bold = 1
        chart_title_set_name(object, CellText.fit(title))
        chart_title_set_name_font(object, &font)
        font.bold = 0
      } else {
        chart_title_off(object)
      }
      set(chart.categoryAxis, categories, &font)
      set(chart.valueAxis, values, &font)
      font.size = 10
      chart_legend_set_font(object, &font)
    }
    // Labels of categories keep clear of columns below zero.
    chart_axis_set_label_position(
      categories, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    // Every category is named, however many there are.
    chart_axis_set_interval_unit(categories, 1)
    if chart.direction == .bars {
      // Bars are read from the top like the rows they come from, and the values stay below them.
      chart_axis_set_reverse(categories)
      chart_axis_set_crossing_max(categories)
    }
    chart_set_series_gap(object, chart.gap)
    if chart.grouping != .clustered { chart_set_series_overlap(object, 100) }
    chart_legend_set_position(object, UInt8(Self.position(chart.legend).rawValue))
    var frame = lxw_chart_line()
    frame.none = 1
    chart_chartarea_set_line(object, &frame)
    return object
  }

  private func add(
    _ series: Chart.Series, of chart: Chart, to object: UnsafeMutablePointer<lxw_chart>
  ) throws {
    guard
      let added = chart_add_series(
        object, "=\(chart.categories.absolute)", "=\(series.values.absolute)")
    else { throw WritingError(file: path, detail: "out of memory") }
    if let name = series.name { chart_series_set_name(added, "=\(name.absolute)") }
    if let caption = series.caption {
      // What begins with `=` would be taken for the name of a cell.
      let text = CellText.fit(caption)
      chart_series_set_name(added, text.hasPrefix("=") ? " \(text)" : text)
    }
    var fill = lxw_chart_fill()
    if let color = series.fill { fill.color = color } else { fill.none = 1 }
    chart_series_set_fill(added, &fill)
    if !series.pointFills.isEmpty { try set(series.pointFills, of: added) }
    guard let format = series.labels else { return }
    withFont { font in
      if series.hasLightLabels { font.color = 0xFFFFFF }
      chart_series_set_labels(added)
      chart_series_set_labels_font(added, &font)
      chart_series_set_labels_num_format(added, format)
      if chart.grouping != .clustered {
        chart_series_set_labels_position(
          added, UInt8(LXW_CHART_LABEL_POSITION_CENTER.rawValue))
      }
    }
  }

  private func set(
    _ colors: [UInt32], of series: UnsafeMutablePointer<lxw_chart_series>
  ) throws {
    var fills = colors.map { color in
      var fill = lxw_chart_fill()
      fill.color = color
      return fill
    }
    try fills.withUnsafeMutableBufferPointer { fills in
      var points = fills.indices.map { index in
        lxw_chart_point(
          line: nil, fill: fills.baseAddress.map { $0 + index }, pattern: nil)
      }
      try points.withUnsafeMutableBufferPointer { points in
        // The list ends with a null pointer; the library copies what it points to.
        var list = points.indices.map { index in points.baseAddress.map { $0 + index } } + [nil]
        try check(chart_series_set_points(series, &list))
      }
    }
  }

  private func set(
    _ axis: Chart.Axis, _ object: UnsafeMutablePointer<lxw_chart_axis>?,
    _ font: inout lxw_chart_font
  ) {
    font.size = axis.size
    if let title = axis.title {
      chart_axis_set_name(object, CellText.fit(title))
      chart_axis_set_name_font(object, &font)
    }
    chart_axis_set_num_font(object, &font)
    if let format = axis.numberFormat { chart_axis_set_num_format(object, format) }
    if let minimum = axis.minimum { chart_axis_set_min(object, minimum) }
    if let maximum = axis.maximum { chart_axis_set_max(object, maximum) }
    chart_axis_major_gridlines_set_visible(object, axis.hasGridlines ? 1 : 0)
    if axis.hasGridlines {
      var line = lxw_chart_line()
      line.color = 0xD9D9D9
      line.width = 0.5
      chart_axis_major_gridlines_set_line(object, &line)
    }
    if axis.isHidden { chart_axis_off(object) }
  }

  /// Lends a font of the reports, 10 points high.
  private func withFont(_ body: (inout lxw_chart_font) throws -> Void) rethrows {
    try CellStyle.font.withMutableCString { name in
      var font = lxw_chart_font()
      font.name = name
      font.size = 10
      try body(&font)
    }
  }

  private static func type(
    _ direction: Chart.Direction, _ grouping: Chart.Grouping
  ) -> lxw_chart_type {
    switch (direction, grouping) {
    case (.columns, .clustered): LXW_CHART_COLUMN
    case (.columns, .stacked): LXW_CHART_COLUMN_STACKED
    case (.columns, .stackedToWhole): LXW_CHART_COLUMN_STACKED_PERCENT
    case (.bars, .clustered): LXW_CHART_BAR
    case (.bars, .stacked): LXW_CHART_BAR_STACKED
    case (.bars, .stackedToWhole): LXW_CHART_BAR_STACKED_PERCENT
    }
  }

  private static func position(_ legend: Chart.Legend?) -> lxw_chart_legend_position {
    switch legend {
    case .bottom: LXW_CHART_LEGEND_BOTTOM
    case .right: LXW_CHART_LEGEND_RIGHT
    case .top: LXW_CHART_LEGEND_TOP
    case nil: LXW_CHART_LEGEND_NONE
    }
  }
}
