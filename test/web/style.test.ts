import { expect, test } from "vitest";
import { style } from "../../src/web/assets.ts";

const grounds = ["paper", "raised", "sunken"];
const inks = ["ink", "quiet", "bronze", "mark", "good", "warn", "bad"];
const pairs = grounds.flatMap((ground) => inks.map((ink) => [ink, ground] as const));

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function coloursOf(token: string): string[] {
  const [, light = "", dark = ""] =
    style.match(new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`)) ?? [];
  return [light, dark];
}

test.each([...pairs, ["on-bronze", "bronze-ground"] as const])(
  "%s can be read on %s, by day and by night",
  (ink, ground) => {
    const figures = coloursOf(ink).map((colour, at) => contrast(colour, coloursOf(ground)[at]!));
    expect(Math.min(...figures)).toBeGreaterThanOrEqual(4.5);
  },
);
