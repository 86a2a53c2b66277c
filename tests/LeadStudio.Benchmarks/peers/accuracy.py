# The peers of the choice of a learner: Debian's python3-xgboost and python3-sklearn, with their defaults.
# Reads columns (numbers, or texts), labels and the fold of each row as JSON; prints a probability per row for each peer, by models that had not seen it.
import json, sys, warnings

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore")
given = json.load(sys.stdin)
labels, fold = np.array(given["labels"], int), np.array(given["fold"])
columns = {}
for at, values in enumerate(given["columns"]):
    is_text = any(isinstance(value, str) for value in values)
    columns[f"c{at}"] = pd.Series(values).astype("category") if is_text else pd.Series(values, dtype=float)
x = pd.DataFrame(columns)
texts = [name for name in x if x[name].dtype.name == "category"]
numbers = [name for name in x if name not in texts]


def scikit_trees():
    return HistGradientBoostingClassifier(random_state=1)


def line():
    return make_pipeline(
        make_column_transformer(
            (OneHotEncoder(handle_unknown="ignore", min_frequency=10), texts),
            (make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler()), numbers),
        ),
        LogisticRegression(max_iter=2000),
    )


def xgboost_trees():
    return xgb.XGBClassifier(tree_method="hist", enable_categorical=True, n_jobs=2)


# scikit-learn's trees take categories as codes below 255: the rarest share the last one.
codes = x.copy()
for name in texts:
    often = list(x[name].value_counts().index[:254])
    codes[name] = x[name].map({value: at for at, value in enumerate(often)}).astype(float).fillna(254)

answer = {}
for peer, make, rows in (("XGBoost", xgboost_trees, x), ("scikit-learn trees", scikit_trees, codes), ("scikit-learn line", line, x)):
    found = np.zeros(len(labels))
    for number in np.unique(fold):
        test = fold == number
        model = make()
        if peer == "scikit-learn trees":
            model.set_params(categorical_features=[name in texts for name in x])
        model.fit(rows[~test], labels[~test])
        found[test] = model.predict_proba(rows[test])[:, 1]
    answer[peer] = found.tolist()
print(json.dumps(answer))
