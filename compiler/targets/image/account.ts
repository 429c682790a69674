// The account that servers run as, in the forms that a Dockerfile asks for.

import type { BaseImage } from "../../knowledge/base-images.ts";
import type { Image } from "../../model/model.ts";
import { shellCommand } from "../../output/shell-script.ts";
import type { Span } from "../../text/span.ts";

export interface Account {
  /** For USER: a number where it is known, which Kubernetes can see is not root's. */
  readonly id: string;
  /** For COPY's `--chown`. */
  readonly owner: string;
  /** Its user and group, where they are known. */
  readonly numbers: { readonly uid: number; readonly gid: number } | undefined;
  /** The shell command that makes it. */
  readonly creation: string;
  /** Nobody said another account than the base's. */
  readonly isBases: boolean;
  readonly origin: Span;
}

/** The account of the image's `user`; the base's, where that is not a name that Linux takes. */
export function accountOf(image: Image, base: BaseImage): Account {
  const name = loginName.test(image.user.value) ? image.user.value : base.user;
  const origin = image.user.span;
  const numbers = base.userMissing || name === base.user ? base.ids : undefined;
  const uid = numbers === undefined ? [] : ["--uid", String(numbers.uid)];
  const creation = ["useradd", "--create-home", "--home-dir", image.home.value, "--shell", "/bin/bash", ...uid, name];
  return {
    id: numbers === undefined ? name : String(numbers.uid),
    owner: numbers === undefined ? name : `${numbers.uid}:${numbers.gid}`,
    numbers,
    creation: shellCommand(creation),
    isBases: name === base.user,
    origin,
  };
}

const loginName = /^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/;
