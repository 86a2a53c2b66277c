# The peers of the trees: Debian's python3-xgboost and python3-sklearn.
#   trees.py data FOLDER            writes x.f32 and y.f32: 250,000 rows of 25 numbers (8 of them with a tenth missing) and 15 categories
#   trees.py PEER FOLDER THREADS    PEER: xgb-num, xgb-cat, skl-num, skl-cat; prints its figures as one line of JSON
# Training sees the first 200,000 rows, the others are predicted.
import json, os, resource, sys, time

what, folder = sys.argv[1], sys.argv[2]
threads = int(sys.argv[3]) if len(sys.argv) > 3 else 2
os.environ["OMP_NUM_THREADS"] = str(threads)
import numpy as np

ROWS, TRAINING, NUMBERS = 250_000, 200_000, 25
SIZES = [3, 4, 5, 5, 6, 8, 8, 10, 12, 15, 20, 25, 30, 45, 60]
WIDTH = NUMBERS + len(SIZES)


def generate():
    random = np.random.default_rng(7)
    x = np.empty((ROWS, WIDTH), np.float32)
    for j in range(NUMBERS):
        x[:, j] = (
            random.normal(size=ROWS),
            np.exp(random.normal(size=ROWS) * 1.2),
            random.poisson(3, ROWS),
            random.uniform(0, 365, ROWS),
        )[j % 4]
    for j, size in enumerate(SIZES):
        x[:, NUMBERS + j] = (random.random(ROWS) ** 1.7 * size).astype(int)
    effects = [random.normal(size=size) * 0.7 for size in SIZES]
    margin = (
        0.9 * x[:, 0] - 0.6 * x[:, 4] + 0.8 * np.log1p(x[:, 1]) + 0.25 * x[:, 2] - 0.008 * x[:, 3]
        + 0.7 * (x[:, 0] * x[:, 4] > 0.3) + 0.5 * np.sin(x[:, 8] * 2) + 0.6 * (x[:, 7] < 30) * (x[:, 6] > 4) - 0.4 * np.abs(x[:, 12])
    )
    for j in range(0, len(SIZES), 2):
        margin += effects[j][x[:, NUMBERS + j].astype(int)]
    margin += 0.8 * (effects[14][x[:, NUMBERS + 14].astype(int)] > 0) * x[:, 16]
    margin = margin - margin.mean() - 1.6
    y = (random.random(ROWS) < 1 / (1 + np.exp(-margin))).astype(np.float32)
    for j in range(0, 24, 3):
        x[random.random(ROWS) < 0.10, j] = np.nan
    x.tofile(f"{folder}/x.f32")
    y.tofile(f"{folder}/y.f32")


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def auc(labels, scores):
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="mergesort")] = np.arange(1, len(scores) + 1)
    ones = labels.sum()
    return float((ranks[labels == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(labels) - ones)))


def timed(name, work):
    start, start_cpu = time.perf_counter(), cpu()
    result = work()
    answer[name], answer[name + "Cpu"] = time.perf_counter() - start, cpu() - start_cpu
    return result


if what == "data":
    generate()
    sys.exit()

x = np.fromfile(f"{folder}/x.f32", np.float32).reshape(ROWS, WIDTH)
y = np.fromfile(f"{folder}/y.f32", np.float32)
seen, seen_labels, kept, kept_labels = x[:TRAINING], y[:TRAINING], x[TRAINING:], y[TRAINING:]
categories = what.endswith("cat")
answer = {}
if what.startswith("xgb"):
    import xgboost as xgb

    types = ["q"] * NUMBERS + ["c" if categories else "q"] * len(SIZES)
    settings = dict(feature_types=types, enable_categorical=categories, nthread=threads)
    parameters = dict(objective="binary:logistic", max_depth=6, eta=0.1, max_bin=256, tree_method="hist", nthread=threads)
    model = timed("train", lambda: xgb.train(parameters, xgb.DMatrix(seen, seen_labels, **settings), 300))
    rows = xgb.DMatrix(kept, **settings)
    answer["auc"] = auc(kept_labels, timed("predict", lambda: model.predict(rows)))
    few = xgb.DMatrix(kept[:2000], **settings)
    timed("explain", lambda: model.predict(few, pred_contribs=True))
else:
    from sklearn.ensemble import HistGradientBoostingClassifier

    model = HistGradientBoostingClassifier(
        max_iter=300, max_depth=6, max_leaf_nodes=64, learning_rate=0.1, max_bins=255, early_stopping=False, l2_regularization=1.0, min_samples_leaf=20,
        categorical_features=list(range(NUMBERS, WIDTH)) if categories else None,
    )
    timed("train", lambda: model.fit(seen, seen_labels))
    answer["auc"] = auc(kept_labels, timed("predict", lambda: model.predict_proba(kept)[:, 1]))
print(json.dumps(answer))
