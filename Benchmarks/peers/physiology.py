"""Damage, fatigue, protection and soreness of a body part in NumPy: bouts folded, 45 people at once.

Usage: physiology.py FILE REPEATS. The file is JSON: the parameters, the bouts, and the mean strength
before each of them that ours says; it stops with an error where its own differ by more than 1e-9.
Prints the median seconds of five body parts as the last line.
"""
import json
import sys
import time

import numpy as np
from scipy.special import erfc

with open(sys.argv[1]) as file:
    given = json.load(file)
p = given["parameters"]


def trait(spread, count):
    """Values an even step apart, and the share of people nearest to each."""
    step = 6 / (count + 1)
    places = (np.arange(count) - (count - 1) / 2) * step
    below = erfc(-(places[1:] - step / 2) / np.sqrt(2)) / 2
    weights = np.append(below, 1) - np.insert(below, 0, 0)
    return np.exp(places * spread / np.sqrt(np.sum(places**2 * weights))), weights


axes = [trait(p["recoverySpread"], 3), trait(p["protectionSpread"], 3), trait(p["susceptibilitySpread"], 5)]
recovery, own, susceptibility = (grid.ravel() for grid in np.meshgrid(*[a[0] for a in axes], indexing="ij"))
weights = np.prod([grid.ravel() for grid in np.meshgrid(*[a[1] for a in axes], indexing="ij")], axis=0)


def fold(bouts):
    """Mean strength and soreness (millimetres) of everybody just before each bout."""
    damage, fatigue, slow, fast, since, before = np.zeros(weights.size), 0.0, 0.0, 0.0, 0.0, 0.0
    now, sores, strengths, felt = bouts[0]["hours"], [], [], []
    for bout in bouts:
        at, n, e, w, most = (bout[key] for key in ("hours", "reps", "stress", "work", "heaviest"))
        elapsed, now = at - now, at
        damage = damage * np.exp(-elapsed / (p["recoveryHours"] * (1 - p["protectionOfRecovery"] * before) * recovery))
        fatigue *= np.exp(-elapsed / p["fatigueHours"])
        slow *= np.exp(-elapsed / (p["protectionDays"] * 24))
        protection = 1 - (1 - slow) * (1 - fast * np.exp(-(((at - since) / (p["fastProtectionDays"] * 24)) ** 4)))
        strengths.append(weights @ (1 - damage) * (1 - fatigue))
        sores = [s for s in sores if at - s[0] <= 15 * p["sorenessHours"]]
        if sores:
            start = np.array([s[0] for s in sores])[:, None]
            age = (at - start + p["sorenessLeadHours"]) / (p["sorenessHours"] * recovery)
            share = (age / 2) ** 2 * np.exp(2 - age) / 100
            felt.append(100 * (1 - np.prod(1 - np.array([s[1] for s in sores]) * share, axis=0)))
        ceiling = p["damageCeiling"] * max(0.01, min(1, most))
        raw = ceiling * (1 - np.exp(-susceptibility * e / p["damageHalfReps"] * p["damageCeiling"] / ceiling))
        tired = p["fatigueCeiling"] * (1 - np.exp(-w / p["fatigueReps"]))
        through = (1 - protection) ** own
        damage = damage + (1 - damage) * raw * through
        fatigue += (1 - fatigue) * tired * (1 - p["protectionOfFatigue"] * protection)
        insult = (raw + p["sorenessFatigueShare"] * tired) / p["sorenessDamage"]
        damped = 1 - p["protectionOfSoreness"] * (1 - through)
        sores.append((at, p["sorenessCeilingMillimetres"] * damped * (1 - np.exp(-insult))))
        slow += (1 - slow) * p["protectionGain"] * (1 - np.exp(-e / p["protectionReps"]))
        fast, since, before = p["fastProtection"] * (1 - np.exp(-n / 10)), at, protection
    return strengths, felt


strengths, _ = fold(given["bouts"])
error = np.max(np.abs(np.array(strengths) - given["strengths"]))
if not error < 1e-9:
    sys.exit(f"the numbers differ by {error}")
times = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    for part in range(5):
        fold(given["bouts"])
    times.append(time.perf_counter() - start)
print(sorted(times)[len(times) // 2])
