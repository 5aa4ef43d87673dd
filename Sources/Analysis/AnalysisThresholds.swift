import Regulation

/// From where on a figure is a finding.
///
/// Every number that the analysis judges by stands here and in the article Analysis of the
/// documentation.
public enum AnalysisThresholds {
  /// The fewest ranked units of a group among which levelling is spoken of.
  public static let levellingUnits = 5
  /// The percentage of units at the maximum from which on a criterion levels them.
  public static let shareAtMaximum = 90
  /// The percentage of the base maximum that the middle half of the totals has to span.
  public static let totalSpread = 2
  /// The fewest criteria of a unit that all stand at the maximum.
  public static let fullCriteria = 5
  /// The fewest values among which one can be outlying.
  public static let outlierUnits = 8
  /// The least distance of an outlying score from the median, in percent of the maximum.
  public static let scoreDistance = 20
  /// The fewest appraisers among whom one can be apart.
  public static let appraisers = 3
  /// The modified z-score beyond which an appraiser is apart: Iglewicz and Hoaglin, 1993.
  public static let modifiedScore = 3.5
  /// The least distance of an appraiser from the others, in percent of the maxima.
  public static let appraiserDistance = 5.0
  /// The least distance of an outlying inflation from the median, in percent of the maximum.
  public static let inflationDistance = 2
  /// The correlation with the rest of the total below which a criterion hardly tells units apart.
  ///
  /// Below 0.20 an item is poor: Robert Ebel, Essentials of Educational Measurement, 1972.
  public static let discrimination = 0.2
}
