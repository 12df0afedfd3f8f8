import { describe, expect, it } from "vitest";
import { SourceFailed } from "../../src/sources/SourceFailed.ts";

const failed = (problem: string): SourceFailed =>
  new SourceFailed({ source: "Koard", kind: "busy", problem });

describe("the failure of a source that gave no answer", () => {
  const unanswered = new SourceFailed({
    source: "Koard",
    kind: "down",
    problem: "no answer",
    isUnreachable: true,
  });

  it("says where one was looked for", () => {
    expect(unanswered.asked("koard.test:443").message).toBe("no answer; asked koard.test:443");
  });

  it("stays a sentence of 300 characters that ends with that", () => {
    const { message } = new SourceFailed({ ...unanswered, problem: "x".repeat(400) }).asked("koard.test:443");
    expect(message).toHaveLength(300);
    expect(message.endsWith("x…; asked koard.test:443")).toBe(true);
  });

  it("is left as it is where an answer came", () => {
    expect(failed("Koard refused getBatch: 429").asked("koard.test:443").message).toBe(
      "Koard refused getBatch: 429",
    );
  });
});

describe("the failure of a source, of one book among several", () => {
  it("names the book first", () => {
    const { message, kind, source } = failed("Koard refused getBatch: 429").of("berlin");
    expect({ message, kind, source }).toEqual({
      message: "berlin: Koard refused getBatch: 429",
      kind: "busy",
      source: "Koard",
    });
  });

  it("stays a sentence of 300 characters that ends with what to do", () => {
    const end = "; come back in 5400 s";
    const { message } = failed(`Koard refused getBatch: 429 ${"slow down ".repeat(26)}${end}`).of("berlin");
    expect(message).toHaveLength(300);
    expect(message.startsWith("berlin: Koard refused getBatch: 429 slow down")).toBe(true);
    expect(message.endsWith(`slow down ${end}`)).toBe(true);
  });
});
