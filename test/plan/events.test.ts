import { describe, expect, it } from "vitest";
import { eventDateOf } from "../../src/plan/events.ts";

const told = "2026-03-10";

describe("the day of an event", () => {
  it.each([
    ["Online, April 7th, 16:00 UTC", "2026-04-07", "UTC"],
    ["2026-04-07 18:00 CEST, in the tower", "2026-04-07", "Europe/Berlin"],
    ["At 7 PM UTC+2 on 3 May", "2026-05-03", "+02:00"],
    ["XMPP Sprint in Berlin: On Friday, 12th to Sunday, 14th of July 2024.", "2024-07-12", null],
    ["It will be held Thursday 29th - Friday 30th January 2026 in Brussels", "2026-01-29", null],
    ["will take place in June, from Friday 19th to Sunday 21st 2026, in Berlin", "2026-06-19", null],
    ["during the month of August, from Thursday 6th to Sunday 9th 2026", "2026-08-06", null],
    ["during August 15th & 16th, at the Hochschule", "2026-08-15", null],
    ["during January 23-27 in Switzerland", "2026-01-23", null],
    ["Treffen am 7. April um 18 Uhr", "2026-04-07", null],
    ["vom 12. bis 14. Juli 2026", "2026-07-12", null],
    ["1ᵉʳ - 2 février 2024 : XMPP Summit 26", "2024-02-01", null],
    ["Sprint à Worcester : du samedi 21 au dimanche 22 septembre 2024.", "2024-09-21", null],
    ["del Viernes 12 al Domingo 14 de Julio del 2024.", "2024-07-12", null],
    ["si terrà da venerdì 19 a domenica 21 giugno 2026, a Berlino", "2026-06-19", null],
    ["Na sexta-feira, dia 23, sábado, dia 24 e domingo dia 25 de maio de 2025.", "2025-05-23", null],
    ["op 7 april in Utrecht", "2026-04-07", null],
  ])("“%s”", (text, date, zone) => {
    expect(eventDateOf(text, told)).toEqual({ date, zone });
  });

  it.each([
    "Monthly meeting, always the 2nd Wednesday of the month at 18:00",
    "tous les troisièmes lundis du mois à 19h00 heure locale",
    "In May 2024 we release 3 things",
    "On the 31st of February",
    "Version 2.0 of the tower is out",
    "",
  ])("is none in “%s”", (text) => {
    expect(eventDateOf(text, told)).toBeNull();
  });

  it("without a year is the next such day, or one that has just been", () => {
    expect(eventDateOf("On January 20th", "2025-12-05")?.date).toBe("2026-01-20");
    expect(eventDateOf("On 27-30 December", "2026-01-05")?.date).toBe("2025-12-27");
  });
});
