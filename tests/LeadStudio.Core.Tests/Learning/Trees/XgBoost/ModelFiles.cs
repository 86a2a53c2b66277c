using System.Text;

namespace LeadStudio.Core.Tests.Learning.Trees.XgBoost;

/// <summary>Model files of one tree, written by hand as XGBoost 1.7 writes them.</summary>
internal static class ModelFiles
{
    public static byte[] OfOneTree(
        string left = "1,-1,-1",
        string right = "2,-1,-1",
        string conditions = "5E-1,-1E0,1E0",
        string indices = "1,0,0",
        string? covers = null,
        string? types = null,
        string categories = "\"categories\":[],\"categories_nodes\":[],\"categories_segments\":[],\"categories_sizes\":[]",
        string baseScore = "5E-1",
        string objective = "binary:logistic",
        string booster = "gbtree",
        string trees = "1",
        string features = "2",
        string classes = "0",
        string names = "")
    {
        var zeros = string.Join(',', left.Split(',').Select(_ => "0"));
        return Encoding.UTF8.GetBytes(
            $$$"""
            {"learner":{"attributes":{"best_iteration":"0"},"feature_names":[{{{names}}}],"feature_types":[],"gradient_booster":{"model":{
            "gbtree_model_param":{"num_parallel_tree":"1","num_trees":"{{{trees}}}","size_leaf_vector":"0"},"tree_info":[0],"trees":[{
            "base_weights":[{{{zeros}}}],{{{categories}}},"default_left":[{{{zeros}}}],"id":0,"left_children":[{{{left}}}],"loss_changes":[{{{zeros}}}],
            "parents":[{{{zeros}}}],"right_children":[{{{right}}}],"split_conditions":[{{{conditions}}}],"split_indices":[{{{indices}}}],
            "split_type":[{{{types ?? zeros}}}],"sum_hessian":[{{{covers ?? zeros.Replace('0', '1')}}}],
            "tree_param":{"num_deleted":"0","num_feature":"{{{features}}}","num_nodes":"3","size_leaf_vector":"0"} }]},"name":"{{{booster}}}"},
            "learner_model_param":{"base_score":"{{{baseScore}}}","boost_from_average":"1","num_class":"{{{classes}}}","num_feature":"{{{features}}}","num_target":"1"},
            "objective":{"name":"{{{objective}}}","reg_loss_param":{"scale_pos_weight":"1"} } },"version":[1,7,4]}
            """);
    }
}
