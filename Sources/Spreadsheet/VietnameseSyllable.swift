/// What can be a syllable of Vietnamese: an onset, a rime and a tone that fits it.
///
/// Text decoded from the wrong 8-bit encoding seldom passes for Vietnamese, so the share of words
/// that do tells the encodings apart.
package enum VietnameseSyllable {
  /// Whether `word` (composed, in any case) is spelt as a Vietnamese syllable can be.
  package static func isPlausible(_ word: some Sequence<Unicode.Scalar>) -> Bool {
    var letters = ""
    var tone = VietnameseTone.level
    for scalar in word {
      guard let vowel = VietnameseVowel(scalar) else {
        letters.unicodeScalars.append(scalar)
        continue
      }
      letters.unicodeScalars.append(vowel.letter)
      guard vowel.tone != .level else { continue }
      // Two tone marks never meet in one syllable.
      guard tone == .level else { return false }
      tone = vowel.tone
    }
    let spelling = letters.lowercased()
    // Longest first, so that `ngh` is not taken for `n`; yet `gìn` is `g` + `in`.
    for length in stride(from: min(3, spelling.count - 1), through: 0, by: -1)
    where onsets.contains(String(spelling.prefix(length))) {
      let rime = String(spelling.dropFirst(length))
      if rimes.contains(rime) { return canCarry(tone, rime: rime) }
    }
    return false
  }

  /// A rime that ends in a stop only takes the acute and the dot.
  private static func canCarry(_ tone: VietnameseTone, rime: String) -> Bool {
    let isStopped = ["c", "ch", "p", "t"].contains { rime.hasSuffix($0) }
    return !isStopped || tone == .acute || tone == .dot
  }

  private static let onsets = table(
    """
    b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x
    """
  ).union([""])

  private static let rimes = table(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uai uan uang uanh uao uat uau uay uăc uăn uăng uăt uân uâng uât uây uc ue uen ueo uet
    uê uêch uên uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uynh uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
    """
  )

  private static func table(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
