/**
 * Whether this machine has no Chinese letters of its own, so that megabytes of them are worth fetching.
 * A missing letter is drawn as the same box as every other missing letter.
 */
export function lacksChinese(): boolean {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) return false;
  const draw = (text: string) => {
    context.clearRect(0, 0, 40, 40);
    context.font = `28px ${getComputedStyle(document.body).fontFamily}`;
    context.fillText(text, 2, 32);
    return context.getImageData(0, 0, 40, 40).data.join();
  };
  return draw("用") === draw("\u{10fffd}") || draw("用") === draw("付");
}
