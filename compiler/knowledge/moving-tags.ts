// Tags of images that stay the same word while the image behind them becomes another.

/** Tags that registries and projects move by custom. */
const moving = /^(?:.*-)?(?:latest|nightly|edge)$|^(?:main|master|devel|develop|dev|stable)$/;

/** Is it one that moves? No tag means `latest`. */
export function isMovingTag(tag: string | undefined): boolean {
  return tag === undefined || moving.test(tag);
}
