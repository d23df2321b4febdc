import RealModule
import Testing

@testable import Physiology

@Suite("People held possible") struct PeopleTests {
  static let groups = [
    People(ModelParameters()), People(groupWith: ModelParameters()),
    People(susceptibility: 2, recovery: 0.8, ModelParameters()),
  ]

  @Test("are a whole population, whose median is 1 and which differs as much as it should")
  func population() {
    let parameters = ModelParameters()
    for people in Self.groups { #expect(abs(people.weights.sum - 1) < 1e-12) }
    let people = People(parameters)
    for (trait, spread) in [
      (\People.susceptibilities, parameters.susceptibilitySpread),
      (\People.protections, parameters.protectionSpread),
      (\People.recoveries, parameters.recoverySpread),
    ] {
      let logarithms = people.logarithms(of: trait)
      #expect(abs(people.mean(logarithms)) < 1e-12)
      #expect(abs(people.mean(logarithms * logarithms) - spread * spread) < 1e-12)
    }
  }

  @Test("are each combination of traits, the ones that stand twice with half the weight each")
  func combinations() {
    let people = People(ModelParameters())
    let susceptibilities = people.logarithms(of: \.susceptibilities)
    let protections = people.logarithms(of: \.protections)
    let recoveries = people.logarithms(of: \.recoveries)
    let weights = ByPerson.indices.reduce(into: [[Double]: Double]()) {
      $0[[susceptibilities[$1], protections[$1], recoveries[$1]], default: 0] += people.weights[$1]
    }
    #expect(weights.count == 45)
    for (person, weight) in weights {
      // Rare traits are rarer together.
      let independent = [people.susceptibilities, people.protections, people.recoveries]
        .enumerated().reduce(1.0) { product, trait in
          product
            * trait.element.weights[
              trait.element.values.indices.min {
                abs(Double.log(trait.element.values[$0]) - person[trait.offset])
                  < abs(Double.log(trait.element.values[$1]) - person[trait.offset])
              } ?? 0]
        }
      #expect(abs(weight - independent) < 1e-12)
    }
  }

  @Test("numbers by person are calculated person by person") func numbers() {
    let one = ByPerson(of: { Double($0) - 20 })
    let other = ByPerson(of: { 1 + Double($0 * $0) })
    let limited = one.limited(to: -3...7)
    let replaced = one.replaced(with: 99, whereNotAbove: 5)
    let larger = ByPerson.largest(one, other - 300)
    for person in ByPerson.indices {
      let (a, b) = (Double(person) - 20, 1 + Double(person * person))
      #expect((one + other)[person] == a + b)
      #expect((one - other)[person] == a - b)
      #expect((2 * one * other)[person] == 2 * a * b)
      #expect((one / other)[person] == a / b)
      #expect(limited[person] == min(7, max(-3, a)))
      #expect(replaced[person] == (a > 5 ? a : 99))
      #expect(larger[person] == max(a, b - 300))
      #expect(one.map { $0 * $0 }[person] == a * a)
    }
    #expect(one.max() == 27)
    #expect(one.sum == 47 * 24 - 20 * 48)
  }
}
