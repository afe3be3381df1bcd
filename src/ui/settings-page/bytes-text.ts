const sizes = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** An amount of bytes as people say it, in powers of 1000. */
export function bytesText(bytes: number, language: string): string {
  const at = bytes < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = sizes[at] ?? "byte";
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / 1000 ** at);
}
