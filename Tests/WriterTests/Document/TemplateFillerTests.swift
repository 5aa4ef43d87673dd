import Testing

@testable import Writer

@Suite struct `A template` {
  private static let values = TemplateValues(
    texts: ["name": "A & <B>", "brace": "{name}", "empty": ""],
    lists: [
      "rows": [
        TemplateValues(texts: ["name": "one"]),
        TemplateValues(
          texts: ["name": "two"], lists: ["cells": [TemplateValues(texts: ["cell": "c"])]]),
      ],
      "none": [], "cells": [],
    ])

  private static func filled(_ template: String) throws -> String {
    let filler = TemplateFiller(
      fragment: { name in
        name == "part"
          ? try XMLTree.parse(
            Array(
              #"<t:fragment xmlns:t="urn:thidua:template"><p>{name}</p><q/></t:fragment>"#.utf8),
            part: name) : nil
      },
      fallback: { $0 == "phrase" ? "said" : nil })
    let source = #"<d xmlns:t="urn:thidua:template">\#(template)</d>"#
    let root = try XMLTree.parse(Array(source.utf8), part: "test")
    let bytes = try XMLTree.bytes(
      of: filler.fill(root, part: "test", with: values), part: "test")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().joined()
  }

  @Test(arguments: [
    ("<p>{name}</p>", "<p>A &amp; &lt;B&gt;</p>"),
    (#"<p a="{name}"/>"#, #"<p a="A &amp; &lt;B&gt;"/>"#),
    ("<p>{brace}</p>", "<p>{name}</p>"),
    ("<p>x {name} y {phrase}</p>", "<p>x A &amp; &lt;B&gt; y said</p>"),
    (#"<p t:for="rows">{name}</p>"#, "<p>one</p><p>two</p>"),
    (#"<r t:for="rows"><c t:for="cells">{name} {cell}</c></r>"#, "<r/><r><c>two c</c></r>"),
    (#"<p t:for="none"/>"#, ""),
    (#"<p t:if="rows"/><p t:if="none">x</p>"#, "<p/>"),
    (#"<p t:if="!rows"/><q t:if="!none"/>"#, "<q/>"),
    (#"<p t:if="empty"/><q t:if="!empty"/><r t:if="name"/>"#, "<q/><r/>"),
    (#"<t:group t:for="rows"><p>{name}</p><q/></t:group>"#, "<p>one</p><q/><p>two</p><q/>"),
    (#"<t:include part="part"/>"#, "<p>A &amp; &lt;B&gt;</p><q/>"),
  ])
  func `is filled`(template: String, expected: String) throws {
    let body = expected.isEmpty ? "<d/>" : "<d>\(expected)</d>"
    #expect(try Self.filled(template) == body)
  }

  @Test(arguments: [
    "<p>{unknown}</p>", #"<p a="{unknown}"/>"#, #"<p t:for="unknown"/>"#, #"<p t:if="unknown"/>"#,
    #"<t:include part="unknown"/>"#,
  ])
  func `that names what is not there is refused`(template: String) {
    #expect(throws: WritingError.self) { try Self.filled(template) }
  }

  @Test func `that is not well formed is refused with its name`() {
    #expect(throws: WritingError(file: "test", detail: "not well-formed XML")) {
      try XMLTree.parse(Array("<d>".utf8), part: "test")
    }
  }
}
