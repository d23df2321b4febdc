import Interchange
import Testing

@Suite("Tables for a spreadsheet") struct SafeCSVTests {
  @Test(
    "a cell that would be a formula isn’t one", arguments: ["=1+1", "+1", "-1", "@a", "\tx", "\rx"])
  func formulas(_ cell: String) {
    #expect(SafeCSV.text([[cell]]).hasPrefix(cell.contains("\r") ? "\"'" : "'"))
  }

  @Test("whatever else stays as it is, in quotes where it must be") func others() {
    #expect(
      SafeCSV.text([["Name", "a,b"], ["say \"hi\"", "a=b - c"], ["", "two\nlines"]])
        == "Name,\"a,b\"\r\n\"say \"\"hi\"\"\",a=b - c\r\n,\"two\nlines\"\r\n")
  }
}
