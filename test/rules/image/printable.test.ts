import { describe, expect, it } from "vitest";
import { imageFindings } from "../../support/image-programs.ts";

const image = (body: string) => `image own extends std.jupyterlab {\n${body}\n}\n`;

describe("environment variables of an image", () => {
  it.each([
    ['TZ = "UTC"', []],
    ['my-zone = "UTC"', ['error image/environment-name: "UTC"']],
    ['MOTD = "a\\nb"', ['error image/environment-value: "a\\nb"']],
  ])("%s", (variable, found) => {
    expect(imageFindings(image(`  env { ${variable} }`))).toEqual(found);
  });
});

describe("files of an image", () => {
  it.each([
    [['"/etc/a" = "1"', '"/etc/ab/c" = "2"'], []],
    [['"/etc/a" = "1"', '"/etc/a/b" = "2"'], ['error image/file-is-folder: "1"']],
    [['"/etc/a//b" = "1"', '"/etc//a" = "2"'], ['error image/file-is-folder: "2"']],
    [['"etc/a" = "1"'], ['error image/file-path: "1"']],
    [['"/etc/a/" = "1"'], ['error image/file-path: "1"']],
    [['"/etc/../a" = "1"'], ['error image/file-path: "1"']],
  ])("%j", (files, found) => {
    expect(imageFindings(image(`  files {\n    ${files.join("\n    ")}\n  }`))).toEqual(found);
  });
});

describe("lines of one's own for the Dockerfile", () => {
  const finding = ['error image/unclosed-here-document: """'];
  it.each([
    [["RUN <<EOF", "echo", "EOF"], []],
    [["RUN <<EOF", "echo"], finding],
    [["RUN <<EOF", "echo", "  EOF"], finding],
    [['RUN <<"EOF" cat', "echo", "EOF"], []],
    [["COPY <<one <<two /x/", "1", "one", "2", "two"], []],
    [["COPY <<one <<two /x/", "1", "one", "2"], finding],
    [["RUN cat \\\\", "  # why", "  <<EOF", "echo"], finding],
    [["RUN <<EOF", "RUN <<OTHER", "EOF"], []],
    [["RUN echo 'a <<EOF b' $((1 << 2))"], []],
    [["RUN cat <<<EOF"], []],
    [["ENV A=<<EOF"], []],
    [["# RUN <<EOF"], []],
  ])("%j", (lines, found) => {
    expect(imageFindings(image(`  dockerfile = """\n${lines.map((one) => `    ${one}\n`).join("")}    """`))).toEqual(
      found,
    );
  });
});
