import Foundation
import Testing

@Suite("Examples in the documentation")
struct DocumentationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let root = folder.appending(path: "../../..").standardizedFileURL

  /// The files that `ListingTests` runs, by name.
  private static let listings: [String: String] = texts(in: folder.appending(path: "Listings"))

  private static let articles: [String: String] = {
    var articles = texts(in: root.appending(path: "Sources/Readers/Documentation.docc"))
    articles["README.md"] =
      (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""
    return articles
  }()

  private static func texts(in folder: URL) -> [String: String] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).reduce(into: [:]) { texts, file in
      texts[file.lastPathComponent] = try? String(contentsOf: file, encoding: .utf8)
    }
  }

  /// What stands between the fences of Swift code.
  private static func examples(in article: String) -> [String] {
    article.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```").first ?? ""
    }
  }

  @Test(
    "every example is one of the listings that are run, letter for letter",
    arguments: articles.keys.sorted())
  func examplesAreListings(article: String) throws {
    let text = try #require(Self.articles[article])
    #expect(!text.isEmpty)
    let known = Set(Self.listings.values)
    for example in Self.examples(in: text) {
      #expect(known.contains(example), "\(article) shows what is no listing:\n\(example)")
    }
  }

  @Test("every listing is shown")
  func listingsAreShown() {
    let shown = Set(Self.articles.values.flatMap { Self.examples(in: $0) })
    #expect(!Self.listings.isEmpty)
    for (name, listing) in Self.listings {
      #expect(shown.contains(listing), "\(name) is in no article")
    }
  }

  @Test("every article is reached from the first page, and every link leads to one")
  func links() {
    let first = Self.articles["Readers.md"] ?? ""
    let names = Self.articles.keys.filter { $0 != "Readers.md" && $0 != "README.md" }
      .map { $0.replacing(".md", with: "") }
    let linked = first.components(separatedBy: "<doc:").dropFirst().map {
      $0.components(separatedBy: ">").first ?? ""
    }
    #expect(names.sorted() == linked.sorted())
  }
}
