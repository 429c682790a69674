# Made by hubc from the image r: change its declaration, not this file.

if (identical(unname(getOption("repos")), "@CRAN@")) {
  options(repos = c(CRAN = "https://cloud.r-project.org"))
}

install <- function(package) {
  install.packages(package)
  if (!nzchar(system.file(package = package))) {
    stop("could not install ", package)
  }
}

install("IRkernel")
