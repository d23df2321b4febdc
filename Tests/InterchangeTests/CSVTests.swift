import Lifting
import Testing

@testable import Interchange

@Suite("Separated values")
struct CSVTests {
  /// All rows and all problems of a text.
  private func read(_ text: String, separator: Character = ",", width: Int? = nil) -> (
    rows: [[String]], problems: [String]
  ) {
    var csv = CSV(Array(text.utf8), separator: separator.asciiValue ?? 0)
    csv.width = width
    var rows: [[String]] = []
    var problems: [String] = []
    while true {
      switch csv.next() {
      case .row: rows.append(csv.fields.indices.map(csv.text))
      case .broken(let problem, _): problems.append(problem.text)
      case .end: return (rows, problems)
      }
    }
  }

  @Test("fields are told apart by the separator", arguments: [",", ";", "\t"] as [Character])
  func separators(_ separator: Character) {
    let text = ["a", "", "c d"].joined(separator: String(separator)) + "\n"
    #expect(read(text, separator: separator).rows == [["a", "", "c d"]])
  }

  @Test("quotes hold separators, line breaks and doubled quotes")
  func quotes() {
    let text = "a,\"b,c\",\"say \"\"slow\"\"\"\n\"two\r\nlines\",\"\",x\n"
    let (rows, problems) = read(text)
    #expect(rows == [["a", "b,c", "say \"slow\""], ["two\r\nlines", "", "x"]])
    #expect(problems.isEmpty)
  }

  @Test(
    "lines end in LF, CR or both, and the last one needs no end", arguments: ["\n", "\r", "\r\n"])
  func lineEnds(_ end: String) {
    #expect(read("a,b" + end + "c,d").rows == [["a", "b"], ["c", "d"]])
    #expect(read("a,b" + end + end + "c,d" + end).rows == [["a", "b"], ["c", "d"]])
  }

  @Test("rows without a word are passed over")
  func emptyRows() {
    #expect(read("\n  \na,b\n,\n\"\",\nc,d\n", width: 2).rows == [["a", "b"], ["c", "d"]])
    #expect(read("").rows.isEmpty)
  }

  @Test("a quote within an unquoted field is a character")
  func inches() {
    #expect(read("a 5\" block,6\"\n").rows == [["a 5\" block", "6\""]])
  }

  @Test("one empty field too many is forgiven, one that says something isn't")
  func trailingSeparator() {
    let (rows, problems) = read("1,2,\n3,4,5\n", width: 2)
    #expect(rows.map { $0.prefix(2) } == [["1", "2"]])
    #expect(problems == ["2:1: error: this row has 3 fields, the header has 2; it was left out"])
  }

  @Test("a row that uses another separator is told which")
  func otherSeparator() {
    let (_, problems) = read("a;b;c\n", width: 3)
    #expect(
      problems == [
        "1:1: error: this row has 1 field, the header has 3; it was left out (it is separated by semicolons, the header by commas)"
      ])
  }

  @Test("a quote that is never closed costs its own line only")
  func neverClosed() {
    let (rows, problems) = read("a,b\nc,\"d\ne,f\ng,\"h\"\n", width: 2)
    #expect(rows == [["a", "b"], ["e", "f"], ["g", "h"]])
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("2:3: error: this quote is never closed"))
  }

  @Test("a quote that a later line closes by accident is found by the row's width")
  func closedByAccident() {
    let (rows, problems) = read("a,\"b,c\nd,e,f\ng,h,\"\ni,j,k\n", width: 3)
    #expect(rows == [["d", "e", "f"], ["i", "j", "k"]])
    #expect(
      problems.map { $0.prefix(37) } == [
        "1:3: error: this quote is never close", "3:5: error: this quote is never close",
      ])
  }

  @Test("what a quote ran over is read again, however often it was closed by accident")
  func closedAndBroken() {
    let (rows, problems) = read("a,\"b,c\nd,e,f\ng\",\"h\" i,j\nk,l,m\n", width: 3)
    #expect(rows == [["d", "e", "f"], ["k", "l", "m"]])
    #expect(problems.count == 2)
  }

  @Test("a note of many lines in a row that is too short is one problem")
  func shortRowWithLines() {
    let (rows, problems) = read("a,\"one\ntwo\nthree\"\nd,e,f\n", width: 3)
    #expect(rows == [["d", "e", "f"]])
    #expect(problems == ["1:1: error: this row has 2 fields, the header has 3; it was left out"])
  }

  @Test("text behind a closing quote is shown where it begins")
  func textBehind() {
    let (rows, problems) = read("ä,\"slow\" down,c\nd,e,f\n", width: 3)
    #expect(rows == [["d", "e", "f"]])
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("1:9: error: there is more text behind the closing quote"))
  }

  @Test("a quote isn't followed for ever")
  func longQuote() {
    let lines = String(repeating: "x,y\n", count: CSV.mostLinesInARow + 50)
    let (rows, problems) = read("a,\"b\n" + lines, width: 2)
    #expect(rows.count == CSV.mostLinesInARow + 50)
    #expect(problems.count == 1)
  }

  @Test("places are lines and characters, also behind a line break in quotes")
  func places() {
    var csv = CSV(Array("é,ü,x\n\"a\r\nbç\",\"d\",zz\n".utf8), separator: UInt8(ascii: ","))
    _ = csv.next()
    let first = csv.diagnostic(at: 2, "here")
    #expect((first.line, first.column, first.length) == (1, 5, 1))
    _ = csv.next()
    #expect(csv.line == 2)
    let third = csv.diagnostic(at: 2, "here")
    #expect((third.line, third.column, third.length) == (3, 9, 2))
  }

  @Test("fields without number are counted, but not kept")
  func manyFields() {
    var csv = CSV(
      Array(repeating: UInt8(ascii: ","), count: 100_000) + [0x78], separator: UInt8(ascii: ","))
    csv.width = 3
    guard case .broken(let problem, .width) = csv.next() else {
      Issue.record("the row was taken")
      return
    }
    #expect(problem.message.hasPrefix("this row has 100001 fields"))
    #expect(csv.fields.count == CSV.mostFields)
  }
}
