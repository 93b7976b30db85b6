# Expected figures of import bundles, made by R on the concatenated patients of all countries.
#
#   Rscript expected-figures.R [--failures | --observatory] <folder with one folder a country> ... > expected.json
#
# gives an object with the figures of each folder under its name; with --failures, of adults with a notified failure alone; with
# --observatory, those of tyrosine kinase inhibitors, their discontinuation and treatment-free remission.
#
# Needs the packages survival, cmprsk and jsonlite (Debian: r-base-core, r-cran-survival, r-cran-cmprsk, r-cran-jsonlite).
# What the hub promises to equal is what these packages give by default. A figure that R can't give is null.

suppressMessages({
  library(survival)
  library(cmprsk)
  library(jsonlite)
})

days_per_month <- 30.4375
months <- c(0, 6, 12, 18, 24, 36, 48, 60)
horizon <- 24

arguments <- commandArgs(trailingOnly = TRUE)
failures_alone <- "--failures" %in% arguments
observatory <- "--observatory" %in% arguments
folders <- setdiff(arguments, c("--failures", "--observatory"))
if (length(folders) == 0) stop("expected the folder of a bundle, with one folder a country")

# ---------------------------------------------------------------- the bundle

read_file <- function(folder, file) {
  countries <- list.dirs(folder, full.names = FALSE, recursive = FALSE)
  tables <- lapply(countries, function(country) {
    path <- file.path(folder, country, file)
    if (!file.exists(path)) return(NULL)
    table <- read.csv(path, na.strings = "", colClasses = "character", check.names = FALSE)
    if (nrow(table) == 0) NULL else cbind(table, country = country)
  })
  do.call(rbind, tables)
}

# Days since 1970-01-01; NA where there is no date.
day <- function(text) as.integer(as.Date(text))
earliest <- function(...) suppressWarnings(pmin(..., na.rm = TRUE))


# Completed years from the 15th of the birth month.
completed_years <- function(birth_month, on) {
  birth <- as.POSIXlt(as.Date(paste0(birth_month, "-15")))
  then <- as.POSIXlt(as.Date(on, origin = "1970-01-01"))
  then$year - birth$year - ifelse(then$mon * 100 + then$mday < birth$mon * 100 + birth$mday, 1, 0)
}

inhibitors <- c("IMATINIB", "DASATINIB", "NILOTINIB", "BOSUTINIB", "PONATINIB", "ASCIMINIB")

# Of each patient the first inhibitor, the first stop that was no switch, and the first attempt at treatment-free remission with
# its loss and its last measurement. A line without a stop ends where the next line of any drug starts.
inhibitors_of <- function(d, treatments, assessments) {
  rows <- lapply(seq_len(nrow(d)), function(i) {
    all <- treatments[treatments$patient_code == d$code[i], ]
    all_starts <- day(all$started_on)
    ends <- day(all$stopped_on)
    for (line in which(is.na(ends))) ends[line] <- suppressWarnings(min(all_starts[all_starts > all_starts[line]]))
    is_tki <- all$drug %in% inhibitors
    tki <- data.frame(drug = all$drug, start = all_starts, stop = day(all$stopped_on), end = ends, reason = all$stop_reason)[is_tki, ]
    tki <- tki[order(tki$start), ]
    if (nrow(tki) == 0) return(data.frame(tki = NA, first_tki = NA, stopped = NA, remission = NA, lost = NA, monitored = NA))
    for_remission <- !is.na(tki$reason) & tki$reason == "TREATMENT_FREE_REMISSION"
    by_death <- (!is.na(tki$reason) & tki$reason == "DEATH") | (!is.na(d$died[i]) & tki$stop == d$died[i])
    is_stop <- sapply(seq_len(nrow(tki)), function(line) {
      stop <- tki$stop[line]
      if (is.na(stop) || by_death[line]) return(FALSE)
      others <- tki[-line, ]
      goes_on <- others$start <= stop & others$end > stop
      follows <- !for_remission[line] & others$start > stop & others$start - stop <= 30
      !any(goes_on | follows)
    })
    first <- function(days) if (length(days) == 0) NA else min(days)
    remission <- first(tki$stop[is_stop & for_remission])
    is_pct <- suppressWarnings(as.numeric(assessments$bcr_abl1_is_pct))
    measured <- assessments$patient_code == d$code[i] & !is.na(is_pct)
    pcr <- data.frame(on = day(assessments$assessed_on), is_pct = is_pct)[measured, ]
    after <- function(days) if (is.na(remission)) NA else first(days[days > remission])
    monitored <- if (is.na(remission)) numeric() else pcr$on[pcr$on >= remission]
    data.frame(
      tki = tki$start[1], first_tki = tki$drug[1], stopped = first(tki$stop[is_stop]), remission = remission,
      lost = earliest(after(pcr$on[pcr$is_pct > 0.1]), after(tki$start)),
      monitored = if (length(monitored) == 0) NA else max(monitored)
    )
  })
  do.call(rbind, rows)
}

# One row a patient, with the dates and covariates that figures follow from. The functions below read it as `d`.
read_cohort <- function(folder) {
  patients <- read_file(folder, "patients.csv")
  diagnoses <- read_file(folder, "diagnoses.csv")
  treatments <- read_file(folder, "treatments.csv")
  assessments <- read_file(folder, "assessments.csv")
  failures <- read_file(folder, "failures.csv")

  d <- data.frame(code = patients$patient_code, country = patients$country, sex = patients$sex, status = patients$vital_status)
  of <- function(table, column) table[[column]][match(d$code, table$patient_code)]
  d$diagnosed <- day(of(diagnoses, "diagnosed_on"))
  d$wbc <- as.numeric(of(diagnoses, "wbc"))
  d$subcategory <- of(failures, "reported_subcategory")
  d$failed <- day(of(failures, "failed_on"))
  d$notified <- day(of(failures, "notified_on"))
  d$died <- day(patients$died_on)
  d$died_of_cml <- ifelse(!is.na(patients$death_cause) & patients$death_cause == "CML", d$died, NA)
  d$followed <- ifelse(d$status == "DEAD", d$died, day(patients$last_contact_on))
  imatinib <- treatments[treatments$drug == "IMATINIB", ]
  imatinib <- imatinib[order(as.integer(imatinib$line)), ]
  d$imatinib <- day(of(imatinib, "started_on"))
  d$age_at_diagnosis <- completed_years(patients$birth_month, d$diagnosed)

  d <- cbind(d, inhibitors_of(d, treatments, assessments))

  # The first assessment of each kind after an origin's day.
  number <- function(column) suppressWarnings(as.numeric(assessments[[column]]))
  assessed <- day(assessments$assessed_on)
  first_since <- function(kind, origin) {
    kind <- !is.na(kind) & kind
    sapply(seq_along(origin), function(i) {
      found <- assessed[kind & assessments$patient_code == d$code[i] & assessed > origin[i]]
      if (length(found) == 0) NA else min(found)
    })
  }
  for (from in c("diagnosed", "imatinib", "failed", "tki", "remission")) {
    d[[paste0("advanced_since_", from)]] <- first_since(assessments$phase %in% c("ACCELERATED", "BLAST"), d[[from]])
    cytogenetic <- number("metaphases_examined") >= 20 & number("metaphases_ph_positive") == 0
    d[[paste0("cytogenetic_since_", from)]] <- first_since(cytogenetic, d[[from]])
    d[[paste0("molecular_since_", from)]] <- first_since(number("bcr_abl1_is_pct") <= 0.1, d[[from]])
  }
  age_at_imatinib <- completed_years(patients$birth_month, d$imatinib)
  if (failures_alone) d[!is.na(d$failed) & age_at_imatinib >= 18, ] else d
}

# ---------------------------------------------------------------- times

origins <- c(
  DIAGNOSIS = "diagnosed", IMATINIB_START = "imatinib", FAILURE = "failed",
  TKI_START = "tki", TKI_DISCONTINUATION = "stopped", TREATMENT_FREE_REMISSION_START = "remission"
)

# day: since the origin; outcome: 0 censored, 1 event, 2 competing. Patients who are not in the analysis are left out.
times <- function(endpoint, from) {
  origin <- d[[origins[[from]]]]
  since <- function(what) d[[paste0(what, "_since_", origins[[from]])]]
  none <- rep(NA_integer_, nrow(d))
  failed <- if (from == "FAILURE") none else d$failed
  progressed <- since("advanced")
  dates <- switch(endpoint,
    OVERALL = list(d$died, none),
    PROGRESSION_FREE = list(earliest(progressed, d$died), none),
    FAILURE_FREE = list(earliest(d$failed, d$died), none),
    FAILURE = list(d$failed, d$died),
    PROGRESSION = list(progressed, d$died),
    COMPLETE_CYTOGENETIC_RESPONSE = list(since("cytogenetic"), earliest(d$died, progressed, failed)),
    MAJOR_MOLECULAR_RESPONSE = list(since("molecular"), earliest(d$died, progressed, failed)),
    CML_DEATH = list(d$died_of_cml, d$died),
    TKI_DISCONTINUATION = list(d$stopped, d$died),
    TREATMENT_FREE_REMISSION = list(d$remission, d$died),
    TREATMENT_FREE_SURVIVAL = list(earliest(d$lost, d$died), none),
    LOSS_OF_TREATMENT_FREE_REMISSION = list(d$lost, d$died)
  )
  # that a remission lasts is known by its measurements alone
  followed <- if (endpoint %in% c("TREATMENT_FREE_SURVIVAL", "LOSS_OF_TREATMENT_FREE_REMISSION")) d$monitored else d$followed
  event <- !is.na(dates[[1]]) & (is.na(dates[[2]]) | dates[[1]] <= dates[[2]])
  competing <- !event & !is.na(dates[[2]])
  end <- ifelse(event, dates[[1]], ifelse(competing, dates[[2]], followed))
  t <- data.frame(d, day = end - origin, outcome = ifelse(event, 1, ifelse(competing, 2, 0)), entry = pmax(d$notified - origin, 0))
  t[!is.na(followed) & !is.na(t$day) & t$day >= 0, ]
}

groups_of <- function(t, by) if (is.null(by)) factor(rep("all", nrow(t))) else factor(t[[by]])
p_value <- function(statistic, df) pchisq(statistic, df, lower.tail = FALSE)
test <- function(statistic, df) list(statistic = statistic, df = df, p = p_value(statistic, df))

# ---------------------------------------------------------------- figures

summary_of <- function(values) {
  known <- values[!is.na(values)]
  list(
    n = length(known), missing = sum(is.na(values)), mean = mean(known), sd = sd(known),
    quantiles = unname(quantile(known, c(0, 0.25, 0.5, 0.75, 1)))
  )
}

survival_of <- function(endpoint, from, by = NULL, delayed = FALSE, landmark = 0) {
  t <- times(endpoint, from)
  if (delayed) t <- t[!is.na(t$entry) & t$entry < t$day, ]
  start <- landmark * days_per_month
  t <- t[t$day >= start, ]
  figure <- list(endpoint = endpoint, from = from, by = by, delayedEntry = delayed, landmarkMonth = landmark)
  if (nrow(t) == 0) return(c(figure, list(curves = list(), logRank = NULL)))
  t$event <- as.integer(t$outcome == 1)
  groups <- groups_of(t, by)
  shown <- months[months >= landmark]
  curves <- lapply(levels(groups), function(group) {
    own <- t[groups == group, ]
    response <- if (delayed) with(own, Surv(entry, day, event)) else with(own, Surv(day, event))
    fit <- if (landmark > 0) survfit(response ~ 1, start.time = start) else survfit(response ~ 1)
    points <- summary(fit, times = shown * days_per_month, extend = TRUE)
    table <- summary(fit)$table
    # before the first time nothing has happened yet, and R gives no mean
    mean <- if (horizon * days_per_month < min(fit$time)) c(rmean = horizon * days_per_month, "se(rmean)" = 0) else
      summary(fit, rmean = horizon * days_per_month)$table
    at <- shown * days_per_month
    list(
      group = group, n = nrow(own), events = sum(own$event),
      median = unname(table["median"]) / days_per_month,
      medianLower = unname(table["0.95LCL"]) / days_per_month,
      medianUpper = unname(table["0.95UCL"]) / days_per_month,
      restrictedMean = unname(mean["rmean"]) / days_per_month,
      restrictedMeanError = unname(mean["se(rmean)"]) / days_per_month,
      month = shown,
      atRisk = sapply(at, function(x) sum(own$day >= x & (!delayed | own$entry < x))),
      survival = points$surv, standardError = points$std.err, lower = points$lower, upper = points$upper
    )
  })
  log_rank <- NULL
  if (!is.null(by) && !delayed) {
    log_rank <- tryCatch({
      fit <- suppressWarnings(survdiff(Surv(day, event) ~ groups, data = t))
      df <- sum(fit$exp > 0) - 1
      if (df < 1 || !is.finite(fit$chisq)) NULL else test(fit$chisq, df)
    }, error = function(e) NULL)
  }
  c(figure, list(curves = curves, logRank = log_rank))
}

# Standard error and 95 % limits of the cumulative incidence of outcome 1, by survfit; null while there is none.
incidence_limits <- function(own, at) {
  fit <- survfit(Surv(day, factor(outcome, 0:2)) ~ 1, data = own)
  points <- summary(fit, times = at, extend = TRUE)
  shown <- points$pstate[, 2] > 0
  given <- function(values) ifelse(shown, values[, 2], NA)
  list(error = given(points$std.err), lower = given(points$lower), upper = given(points$upper))
}

incidence_of <- function(event, from, by = NULL) {
  t <- times(event, from)
  figure <- list(event = event, from = from, by = by)
  if (nrow(t) == 0) return(c(figure, list(curves = list(), gray = NULL)))
  groups <- groups_of(t, by)
  at <- months * days_per_month
  fit <- tryCatch(suppressWarnings(cuminc(t$day, t$outcome, groups)), error = function(e) NULL)
  tests <- if (is.null(fit)) NULL else fit$Tests
  steps <- if (is.null(fit)) NULL else timepoints(fit[names(fit) != "Tests"], at)$est
  curves <- lapply(levels(groups), function(group) {
    own <- t[groups == group, ]
    incidence <- function(cause) {
      row <- paste(group, cause)
      if (row %in% rownames(steps)) unname(steps[row, ]) else rep(0, length(at))
    }
    limits <- incidence_limits(own, at)
    list(
      group = group, n = nrow(own), events = sum(own$outcome == 1), month = months,
      atRisk = sapply(at, function(x) sum(own$day >= x)),
      incidence = incidence(1), competingIncidence = incidence(2),
      standardError = limits$error, lower = limits$lower, upper = limits$upper
    )
  })
  gray <- NULL
  if (!is.null(tests) && "1" %in% rownames(tests) && tests["1", "stat"] >= 0) gray <- test(tests["1", "stat"], tests["1", "df"])
  c(figure, list(curves = curves, gray = gray))
}

# The covariates of models by the names that the hub gives their coefficients.
covariates <- list(
  AGE_AT_DIAGNOSIS = list(column = "age_at_diagnosis"),
  WBC_AT_DIAGNOSIS = list(column = "wbc"),
  SEX = list(column = "sex", reference = "F"),
  FAILURE_SUBCATEGORY = list(column = "subcategory", reference = "NO_COMPLETE_HEMATOLOGIC_RESPONSE")
)

model_frame <- function(t, names) {
  frame <- data.frame(row.names = seq_len(nrow(t)))
  for (name in names) {
    covariate <- covariates[[name]]
    values <- t[[covariate$column]]
    if (!is.null(covariate$reference)) values <- relevel(factor(values), ref = covariate$reference)
    frame[[name]] <- values
  }
  frame
}

coefficients_of <- function(names, estimates, errors) {
  names <- sub("^(SEX|FAILURE_SUBCATEGORY)", "\\1=", names)
  lapply(seq_along(names), function(i) list(
    name = names[i], estimate = unname(estimates[i]), standardError = unname(errors[i]),
    p = p_value((estimates[i] / errors[i])^2, 1)[[1]]
  ))
}

# A model whose coefficients R doubts is none, nor is one that separates the data, of which glm does not always warn.
certain <- function(expression) {
  tryCatch(withCallingHandlers(expression, warning = function(w) stop(conditionMessage(w))), error = function(e) NULL)
}

cox_of <- function(names, endpoint = "OVERALL", from = "IMATINIB_START", delayed = FALSE) {
  figure <- list(covariates = names, endpoint = endpoint, from = from, delayedEntry = delayed)
  fitted <- certain({
    t <- times(endpoint, from)
    if (delayed) t <- t[!is.na(t$entry) & t$entry < t$day, ]
    frame <- model_frame(t, names)
    response <- if (delayed) Surv(t$entry, t$day, t$outcome == 1) else Surv(t$day, t$outcome == 1)
    formula <- as.formula(paste("response ~", paste(names, collapse = " + "), "+ strata(t$country)"))
    fit <- coxph(formula, data = frame, ties = "efron")
    if (fit$nevent == 0 || any(is.na(coef(fit)))) stop("no model")
    zph <- cox.zph(fit, transform = "identity")$table
    rows <- lapply(seq_len(nrow(zph)), function(i) list(name = rownames(zph)[i], statistic = zph[i, "chisq"], df = zph[i, "df"], p = zph[i, "p"]))
    list(
      n = fit$n, events = fit$nevent, logLikelihood = fit$loglik[2], nullLogLikelihood = fit$loglik[1], iterations = fit$iter,
      coefficients = coefficients_of(names(coef(fit)), coef(fit), sqrt(diag(vcov(fit)))),
      likelihoodRatio = 2 * diff(fit$loglik), wald = unname(fit$wald.test), proportionality = rows
    )
  })
  c(figure, list(model = fitted))
}

logistic_of <- function(names, column, value) {
  figure <- list(covariates = names, outcome = value)
  fitted <- certain({
    frame <- model_frame(d, names)
    outcome <- d[[column]] == value
    fit <- glm(as.formula(paste("outcome ~", paste(names, collapse = " + "))), data = frame, family = binomial)
    if (any(is.na(coef(fit))) || any(diag(vcov(fit)) > 1e4)) stop("no model")
    null <- glm(outcome ~ 1, data = fit$model, family = binomial)
    list(
      n = nobs(fit), events = sum(fit$y), logLikelihood = as.numeric(logLik(fit)), nullLogLikelihood = as.numeric(logLik(null)),
      iterations = fit$iter, coefficients = coefficients_of(names(coef(fit)), coef(fit), sqrt(diag(vcov(fit))))
    )
  })
  c(figure, list(model = fitted))
}

both_covariates <- c("AGE_AT_DIAGNOSIS", "SEX")
all_covariates <- c("AGE_AT_DIAGNOSIS", "WBC_AT_DIAGNOSIS", "SEX", "FAILURE_SUBCATEGORY")

expected_figures <- function() list(
  n = nrow(d),
  summaries = list(AGE_AT_DIAGNOSIS = summary_of(d$age_at_diagnosis), WBC_AT_DIAGNOSIS = summary_of(d$wbc)),
  survival = list(
    survival_of("OVERALL", "DIAGNOSIS"),
    survival_of("OVERALL", "IMATINIB_START"),
    survival_of("OVERALL", "IMATINIB_START", by = "sex"),
    survival_of("OVERALL", "IMATINIB_START", by = "country"),
    survival_of("OVERALL", "FAILURE", by = "subcategory"),
    survival_of("OVERALL", "FAILURE", by = "sex", delayed = TRUE),
    survival_of("OVERALL", "IMATINIB_START", by = "sex", landmark = 12),
    survival_of("PROGRESSION_FREE", "IMATINIB_START", by = "sex"),
    survival_of("PROGRESSION_FREE", "FAILURE"),
    survival_of("FAILURE_FREE", "DIAGNOSIS", by = "sex")
  ),
  incidence = list(
    incidence_of("FAILURE", "IMATINIB_START", by = "sex"),
    incidence_of("PROGRESSION", "FAILURE"),
    incidence_of("PROGRESSION", "IMATINIB_START", by = "subcategory"),
    incidence_of("COMPLETE_CYTOGENETIC_RESPONSE", "IMATINIB_START", by = "sex"),
    incidence_of("MAJOR_MOLECULAR_RESPONSE", "FAILURE"),
    incidence_of("CML_DEATH", "IMATINIB_START", by = "country")
  ),
  cox = list(
    cox_of(both_covariates),
    cox_of(both_covariates, endpoint = "PROGRESSION_FREE", from = "DIAGNOSIS"),
    cox_of(all_covariates),
    cox_of(all_covariates, from = "FAILURE", delayed = TRUE)
  ),
  logistic = list(logistic_of(both_covariates, "status", "DEAD"), logistic_of(c("AGE_AT_DIAGNOSIS", "WBC_AT_DIAGNOSIS", "FAILURE_SUBCATEGORY"), "sex", "M"))
)

# Of inhibitors, of their discontinuation, and of treatment-free remission.
observatory_figures <- function() list(
  n = nrow(d),
  summaries = list(
    AGE_AT_DIAGNOSIS = summary_of(d$age_at_diagnosis),
    TKI_MONTHS_TO_TREATMENT_FREE_REMISSION = summary_of((d$remission - d$tki) / days_per_month)
  ),
  survival = list(
    survival_of("OVERALL", "TKI_START", by = "first_tki"),
    survival_of("OVERALL", "TKI_DISCONTINUATION"),
    survival_of("PROGRESSION_FREE", "TKI_START"),
    survival_of("PROGRESSION_FREE", "TREATMENT_FREE_REMISSION_START"),
    survival_of("TREATMENT_FREE_SURVIVAL", "TREATMENT_FREE_REMISSION_START"),
    survival_of("TREATMENT_FREE_SURVIVAL", "TREATMENT_FREE_REMISSION_START", by = "first_tki"),
    survival_of("TREATMENT_FREE_SURVIVAL", "TREATMENT_FREE_REMISSION_START", by = "sex", landmark = 6)
  ),
  incidence = list(
    incidence_of("MAJOR_MOLECULAR_RESPONSE", "TKI_START", by = "sex"),
    incidence_of("TKI_DISCONTINUATION", "TKI_START", by = "first_tki"),
    incidence_of("TKI_DISCONTINUATION", "DIAGNOSIS"),
    incidence_of("TREATMENT_FREE_REMISSION", "TKI_START", by = "sex"),
    incidence_of("LOSS_OF_TREATMENT_FREE_REMISSION", "TREATMENT_FREE_REMISSION_START", by = "country"),
    incidence_of("CML_DEATH", "TREATMENT_FREE_REMISSION_START")
  ),
  cox = list(
    cox_of(both_covariates, from = "TKI_START"),
    cox_of(both_covariates, endpoint = "TREATMENT_FREE_SURVIVAL", from = "TREATMENT_FREE_REMISSION_START")
  ),
  logistic = list(logistic_of(both_covariates, "status", "DEAD"))
)

expected <- list()
for (folder in folders) {
  d <- read_cohort(folder)
  expected[[basename(folder)]] <- if (observatory) observatory_figures() else expected_figures()
}
cat(toJSON(expected, auto_unbox = TRUE, digits = NA, na = "null", null = "null"), "\n")
