// The programs that the pages about budgets are made of.

/** Lines of a course whose people fill some nodes. */
export const gated = "  students = 300\n  memory = 2GiB .. 2GiB\n";

/** The program on machines of a cloud, whose price is known. */
export function onMachines(program: string, machine = "n2-highmem-8"): string {
  return program.replace(
    "provider kind k { }",
    `provider gke k {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n  pool users {\n    machine = "${machine}"\n    nodes = 0..12\n  }\n}`,
  );
}
