import Lifting
import Testing

@testable import Lifting

@Suite("The catalogue as other programs name it") struct ExerciseNamesTests {
  @Test("there are three hundred and more, and no variant lacks its base") func size() {
    #expect(Exercise.catalog.count >= 300)
    for (place, variant) in Exercise.variants.enumerated() {
      #expect(variant != nil, "variant \(place)")
    }
  }

  @Test("what moves alike is proposed once: as what it varies") func proposed() {
    #expect(Exercise.variants.allSatisfy { $0?.isProposed == false })
    #expect(Exercise.with("bench-press")?.isProposed == true)
    #expect(Exercise.with("plank")?.isProposed == false)
  }

  @Test("every row is plausible", arguments: Exercise.catalog) func row(_ exercise: Exercise) {
    #expect(exercise.shares.values.contains { $0 >= 0.4 })
    // What is held or carried is neither lowered nor both at once.
    if exercise.isHeld || exercise.isCarried {
      #expect(exercise.waysUp.isEmpty)
      #expect(exercise.isHeld != exercise.isCarried)
    }
    // A stack that helps has a body to help.
    if exercise.isAssisted { #expect(exercise.bodyMassFraction > 0) }
    // Nobody jumps up with a load that isn't their body's.
    if exercise.waysUp.contains(.jump) { #expect(exercise.bodyMassFraction == 1) }
    // A band pulls harder the further it goes: nobody knows what a negative of it weighs.
    if exercise.equipment == [.band] && exercise.bodyMassFraction == 0 {
      #expect(exercise.waysUp.isEmpty)
    }
    // Where no machine guides the bar, the machine's higher ratios don't hold.
    if exercise.equipment.isDisjoint(with: [.machine, .cable]) {
      #expect(exercise.eccentricRatio.value <= EccentricRatio.pullUp.value)
    }
    let words = exercise.name.lowercased().split { !$0.isLetter }
    if words.contains("dumbbell") { #expect(exercise.equipment.contains(.dumbbells)) }
    if words.contains("barbell") { #expect(exercise.equipment.contains(.barbell)) }
    if words.contains("cable") { #expect(exercise.equipment.contains(.cable)) }
    if words.contains("kettlebell") { #expect(exercise.equipment.contains(.kettlebell)) }
    if words.contains("band") { #expect(!exercise.equipment.isDisjoint(with: [.band, .machine])) }
    if words.contains("machine") { #expect(exercise.equipment.contains(.machine)) }
    if words.contains("single") && !exercise.isSharedByTwoLimbs {
      #expect(exercise.limbs == .one)
    }
  }

  @Test("their names are found", arguments: names) func found(_ name: String, _ id: String) {
    #expect(Exercise.named(name)?.id.rawValue == id)
  }

  static let names: [(String, String)] =
    [
      "bench-press": ["Bench Press (Barbell)", "Flat Barbell Bench Press"],
      "close-grip-bench-press": ["Bench Press - Close Grip (Barbell)"],
      "wide-grip-bench-press": ["Bench Press - Wide Grip (Barbell)"],
      "dumbbell-bench-press": ["Bench Press (Dumbbell)", "Flat Dumbbell Bench Press"],
      "smith-bench-press": ["Bench Press (Smith Machine)"],
      "cable-chest-press": ["Bench Press (Cable)"],
      "smith-incline-bench-press": ["Incline Bench Press (Smith Machine)"],
      "decline-dumbbell-bench-press": ["Decline Bench Press (Dumbbell)"],
      "iso-lateral-chest-press": ["Iso-Lateral Chest Press (Machine)"],
      "iso-lateral-incline-press": ["Incline Hammer Strength Chest Press"],
      "floor-press": ["Floor Press (Barbell)"],
      "jm-press": ["JM Press (Barbell)"],
      "dumbbell-squeeze-press": ["Squeeze Press (Dumbbell)", "Hex Press (Dumbbell)"],
      "band-chest-press": ["Chest Press (Band)"],
      "band-fly": ["Chest Fly (Band)"],
      "dumbbell-fly": ["Chest Fly (Dumbbell)"],
      "incline-dumbbell-fly": ["Incline Chest Fly (Dumbbell)"],
      "low-cable-fly": ["Low Cable Fly Crossovers"],
      "cable-fly": ["Cable Crossover", "Cable Fly Crossovers"],
      "single-arm-cable-fly": ["Single Arm Cable Crossover"],
      "pec-deck": ["Butterfly (Pec Deck)", "Pec Deck (Machine)"],
      "diamond-push-up": ["Diamond Push Up"],
      "decline-push-up": ["Decline Push Up"],
      "knee-push-up": ["Push Up (Knees)"],
      "weighted-push-up": ["Push Up (Weighted)"],
      "band-push-up": ["Push Up (Band)"],
      "pike-push-up": ["Pike Pushup"],
      "handstand-push-up": ["Handstand Push Up"],
      "clap-push-up": ["Clap Push Ups"],
      "ring-dip": ["Ring Dips", "Ring Dip"],
      "weighted-dip": ["Chest Dip (Weighted)", "Triceps Dip (Weighted)"],
      "assisted-dip": ["Triceps Dip (Assisted)", "Chest Dip (Assisted)"],
      "seated-dip-machine": ["Seated Dip Machine"],
      "svend-press": ["Plate Squeeze (Svend Press)", "Plate Press"],
      "seated-barbell-press": ["Seated Overhead Press (Barbell)"],
      "behind-the-neck-press": ["Behind The Neck Barbell Press"],
      "log-press": ["Log Press"],
      "smith-overhead-press": ["Overhead Press (Smith Machine)"],
      "iso-lateral-shoulder-press": ["Hammer Strength Shoulder Press"],
      "single-arm-dumbbell-press": ["One-Arm Standing Dumbbell Press"],
      "kettlebell-press": ["Shoulder Press (Kettlebell)"],
      "seated-lateral-raise": ["Seated Dumbbell Lateral Raise"],
      "band-lateral-raise": ["Lateral Raise (Band)"],
      "barbell-front-raise": ["Front Raise (Barbell)"],
      "plate-front-raise": ["Front Raise (Plate)", "Plate Front Raise"],
      "cable-front-raise": ["Front Raise (Cable)"],
      "y-raise": ["Chest Supported Y Raise (Dumbbell)"],
      "cable-reverse-fly": ["Reverse Fly (Cable)", "Rear Delt Reverse Fly (Cable)"],
      "machine-reverse-fly": ["Reverse Fly (Machine)", "Rear Delt Machine Fly"],
      "band-pull-apart": ["Band Pullaparts", "Band Pull Apart"],
      "dumbbell-upright-row": ["Upright Row (Dumbbell)"],
      "cable-upright-row": ["Upright Row (Cable)"],
      "drag-curl": ["Drag Curl"],
      "band-curl": ["Bicep Curl (Band)"],
      "machine-curl": ["Bicep Curl (Machine)"],
      "zottman-curl": ["Zottman Curl (Dumbbell)"],
      "waiter-curl": ["Waiter Curl (Dumbbell)"],
      "barbell-preacher-curl": ["Preacher Curl (Barbell)", "EZ-Bar Preacher Curl"],
      "machine-preacher-curl": ["Preacher Curl (Machine)"],
      "preacher-curl": ["Preacher Curl (Dumbbell)"],
      "spider-curl": ["Spider Curl (Dumbbell)"],
      "barbell-spider-curl": ["Spider Curl (Barbell)"],
      "cable-hammer-curl": ["Hammer Curl (Cable)", "Rope Cable Curl"],
      "band-hammer-curl": ["Hammer Curl (Band)"],
      "cross-body-hammer-curl": ["Cross Body Hammer Curl"],
      "single-arm-cable-curl": ["Single Arm Curl (Cable)"],
      "behind-the-back-cable-curl": ["Behind the Back Curl (Cable)"],
      "overhead-cable-curl": ["Overhead Curl (Cable)"],
      "reverse-curl": ["Reverse Curl (Barbell)"],
      "dumbbell-reverse-curl": ["Reverse Curl (Dumbbell)"],
      "wrist-roller": ["Wrist Roller"],
      "straight-bar-pushdown": ["Triceps Pushdown (Cable - Straight Bar)", "V-Bar Push Down"],
      "triceps-pushdown": ["Triceps Rope Pushdown"],
      "single-arm-pushdown": ["Single Arm Triceps Pushdown (Cable)"],
      "overhead-barbell-triceps-extension": ["Triceps Extension (Barbell)"],
      "machine-triceps-extension": ["Triceps Extension (Machine)"],
      "dumbbell-skull-crusher": ["Skullcrusher (Dumbbell)"],
      "skull-crusher": ["Skullcrusher (Barbell)", "Lying Triceps Extension"],
      "cable-triceps-kickback": ["Triceps Kickback (Cable)"],
      "ring-pull-up": ["Ring Pull Up"],
      "kipping-pull-up": ["Kipping Pull Up"],
      "muscle-up": ["Muscle Up"],
      "scapular-pull-up": ["Scapular Pull Ups"],
      "pull-up": ["Pull Up (Weighted)", "Negative Pull Up"],
      "chin-up": ["Chin Up (Weighted)", "Chin-ups"],
      "assisted-pull-up": ["Pull Up (Band)"],
      "reverse-grip-lat-pulldown": [
        "Reverse Grip Lat Pulldown (Cable)", "Lat Pulldown - Underhand (Cable)",
      ],
      "single-arm-lat-pulldown": ["Single Arm Lat Pulldown"],
      "iso-lateral-pulldown": ["Vertical Traction (Machine)"],
      "band-pulldown": ["Kneeling Pulldown (Band)"],
      "machine-pullover": ["Pullover (Machine)"],
      "pullover": ["Pullover (Dumbbell)"],
      "straight-arm-pulldown": ["Straight Arm Lat Pulldown", "Rope Straight Arm Pulldown"],
      "wide-grip-cable-row": ["Seated Wide-Grip Row (Cable)"],
      "v-grip-cable-row": ["Seated Cable Row - V Grip (Cable)"],
      "single-arm-cable-row": ["Single Arm Cable Row"],
      "iso-lateral-low-row": ["Iso-Lateral Low Row"],
      "iso-lateral-high-row": ["Iso-Lateral High Row (Machine)"],
      "hammer-strength-row": ["Hammer Strength Row"],
      "dumbbell-bent-over-row": ["Bent Over Row (Dumbbell)"],
      "gorilla-row": ["Gorilla Row (Kettlebell)"],
      "renegade-row": ["Renegade Row (Dumbbell)"],
      "meadows-row": ["Meadows Rows (Barbell)"],
      "pendlay-row": ["Pendlay Row (Barbell)"],
      "underhand-barbell-row": ["Bent Over Row - Underhand (Barbell)"],
      "barbell-shrug": ["Shrug (Barbell)", "Barbell Shrug"],
      "machine-shrug": ["Shrug (Machine)"],
      "smith-shrug": ["Shrug (Smith Machine)"],
      "neck-flexion": ["Lying Neck Curls (Weighted)"],
      "neck-extension": ["Lying Neck Extension (Weighted)"],
      "pause-squat": ["Pause Squat (Barbell)"],
      "zercher-squat": ["Zercher Squat (Barbell)"],
      "overhead-squat": ["Overhead Squat (Barbell)"],
      "smith-squat": ["Squat (Smith Machine)"],
      "pendulum-squat": ["Pendulum Squat (Machine)"],
      "belt-squat": ["Belt Squat (Machine)"],
      "machine-squat": ["Squat (Machine)"],
      "dumbbell-squat": ["Squat (Dumbbell)"],
      "sumo-squat": ["Sumo Squat (Dumbbell)", "Sumo Squat (Kettlebell)"],
      "band-squat": ["Squat (Band)"],
      "jump-squat": ["Jump Squat"],
      "cossack-squat": ["Lateral Lunge"],
      "sissy-squat": ["Sissy Squat (Weighted)"],
      "spanish-squat": ["Spanish Squat"],
      "barbell-lunge": ["Lunge (Barbell)"],
      "bodyweight-lunge": ["Lunge (Bodyweight)"],
      "walking-lunge": ["Walking Lunge (Dumbbell)"],
      "reverse-lunge": ["Reverse Lunge (Dumbbell)"],
      "barbell-reverse-lunge": ["Reverse Lunge (Barbell)"],
      "curtsy-lunge": ["Curtsy Lunge (Dumbbell)"],
      "single-leg-press": ["Single Leg Press (Machine)"],
      "seated-leg-press": ["Seated Leg Press (Machine)"],
      "leg-press": ["Leg Press Horizontal (Machine)"],
      "single-leg-extension": ["Single Leg Extensions"],
      "deficit-deadlift": ["Deficit Deadlift (Barbell)"],
      "rack-pull": ["Rack Pull (Barbell)"],
      "smith-deadlift": ["Deadlift (Smith Machine)"],
      "dumbbell-deadlift": ["Deadlift (Dumbbell)"],
      "dumbbell-romanian-deadlift": ["Romanian Deadlift (Dumbbell)"],
      "stiff-leg-deadlift": ["Stiff-Legged Deadlift", "Straight Leg Deadlift"],
      "dumbbell-stiff-leg-deadlift": ["Stiff Leg Deadlift (Dumbbell)"],
      "machine-hip-thrust": ["Hip Thrust (Machine)"],
      "bodyweight-hip-thrust": ["Hip Thrust (Bodyweight)"],
      "single-leg-glute-bridge": ["Single Leg Bridge"],
      "barbell-glute-bridge": ["Barbell Glute Bridge"],
      "frog-pump": ["Frog Pumps (Dumbbell)"],
      "cable-pull-through": ["Cable Pull Through"],
      "cable-kickback": ["Cable Kickback"],
      "machine-kickback": ["Glute Kickback (Machine)", "Rear Kick (Machine)"],
      "hip-abduction": ["Hip Abductor (Machine)", "Hip Abduction (Machine)"],
      "hip-adduction": ["Hip Adduction (Machine)"],
      "clamshell": ["Clamshell"],
      "lateral-band-walk": ["Lateral Band Walks"],
      "copenhagen-plank": ["Copenhagen Plank"],
      "standing-leg-curl": ["Standing Leg Curls"],
      "nordic-curl": ["Nordic Hamstrings Curls"],
      "glute-ham-raise": ["Glute Ham Raise", "Glute-Ham Raise"],
      "machine-back-extension": ["Back Extension (Machine)"],
      "weighted-back-extension": ["Back Extension (Weighted Hyperextension)"],
      "reverse-hyperextension": ["Reverse Hyperextension"],
      "superman": ["Superman"],
      "barbell-calf-raise": ["Standing Calf Raise (Barbell)", "Barbell Calf Raise"],
      "dumbbell-calf-raise": ["Standing Calf Raise (Dumbbell)"],
      "smith-calf-raise": ["Standing Calf Raise (Smith)"],
      "donkey-calf-raise": ["Donkey Calf Raise"],
      "leg-press-calf-raise": [
        "Calf Press (Machine)", "Calf Extension (Machine)", "Calf Press on Seated Leg Press",
        "Calf Press on Leg Press",
      ],
      "heel-drop": ["Eccentric Heel Drop"],
      "plank": ["Plank"],
      "side-plank": ["Side Plank"],
      "reverse-plank": ["Reverse Plank"],
      "hollow-hold": ["Hollow Body Hold"],
      "l-sit": ["L-Sit Hold"],
      "wall-sit": ["Wall Sit"],
      "dead-hang": ["Dead Hang"],
      "farmers-carry": ["Farmers Walk", "Farmer's Carry"],
      "suitcase-carry": ["Suitcase Carry"],
      "hanging-knee-raise": ["Hanging Knee Raise"],
      "toes-to-bar": ["Toes To Bar", "Knees to Elbows"],
      "captains-chair-knee-raise": ["Knee Raise (Captain's Chair)", "Leg Raise Parallel Bars"],
      "lying-leg-raise": ["Lying Leg Raise", "Leg Raises, Lying", "Flat Leg Raise"],
      "machine-crunch": ["Crunch (Machine)"],
      "decline-crunch": ["Decline Crunch"],
      "reverse-crunch": ["Reverse Crunch"],
      "v-up": ["V Up", "Jackknife Sit Up"],
      "torso-rotation": ["Torso Rotation (Machine)"],
      "pallof-press": ["Cable Core Palloff Press"],
      "dragon-flag": ["Dragon Flag"],
      "clean-and-jerk": ["Clean and Jerk (Barbell)"],
      "hang-clean": ["Hang Clean (Barbell)"],
      "power-snatch": ["Power Snatch"],
      "turkish-get-up": ["Kettlebell Turkish Get Up"],
      "kettlebell-thruster": ["Thruster (Kettlebell)"],
      "wall-ball": ["Wall Ball"],
    ].flatMap { id, names in names.map { ($0, id) } }.sorted { $0 < $1 }
}
