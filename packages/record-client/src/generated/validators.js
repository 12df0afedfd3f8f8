// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import { answerCheck, parametersCheck, requestCheck, wholeAnswerCheck } from "@tieout/http";
import helper0 from "ajv/dist/runtime/ucs2length.js";
const inner = (helper) => helper.default ?? helper;
const value0 = ["string","null"];
const value1 = ["live","test"];
const value2 = ["integer","string"];

export const getCredentialBatchResponse = validate20;
const pattern4 = /* @__PURE__ */ new RegExp("^[^/?\\s]+$", "u");
const pattern6 = /* @__PURE__ */ new RegExp("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$", "u");
const func1 = /* @__PURE__ */ inner(helper0);
const formats0 = /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i;

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/Recipient" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.recipientId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "recipientId"}});
errors++;
}
if(data.recipientId !== undefined){
let data0 = data.recipientId;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/recipientId",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/recipientId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.email !== undefined){
let data2 = data.email;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/email",keyword:"type",params:{type: value0}});
errors++;
}
}
if(data.credentialUrl !== undefined){
let data3 = data.credentialUrl;
if(typeof data3 === "string"){
if(!(formats0.test(data3))){
vErrors = add(vErrors, {instancePath:instancePath+"/credentialUrl",keyword:"format",params:{format: "uri"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/credentialUrl",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/CredentialBatch" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.batchId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "batchId"}});
errors++;
}
if(data.programId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "programId"}});
errors++;
}
if(data.batchName === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "batchName"}});
errors++;
}
if(data.orgId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "orgId"}});
errors++;
}
if(data.mode === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "mode"}});
errors++;
}
if(data.status === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "status"}});
errors++;
}
if(data.issuedAt === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "issuedAt"}});
errors++;
}
if(data.recipients === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "recipients"}});
errors++;
}
if(data.batchId !== undefined){
let data0 = data.batchId;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/batchId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/batchId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.programId !== undefined){
let data1 = data.programId;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.batchName !== undefined){
if(typeof data.batchName !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/batchName",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.orgId !== undefined){
let data3 = data.orgId;
if(typeof data3 === "string"){
if(func1(data3) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/orgId",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/orgId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.mode !== undefined){
let data4 = data.mode;
if(typeof data4 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/mode",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data4 === "live") || (data4 === "test"))){
vErrors = add(vErrors, {instancePath:instancePath+"/mode",keyword:"enum",params:{allowedValues: value1}});
errors++;
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.issuedAt !== undefined){
let data6 = data.issuedAt;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/issuedAt",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/issuedAt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.recipients !== undefined){
let data7 = data.recipients;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data7[i0], {instancePath:instancePath+"/recipients/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/recipients",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/CredentialBatchAnswer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "success"}});
errors++;
}
if(data.data === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "data"}});
errors++;
}
if(data.success !== undefined){
if(true !== data.success){
vErrors = add(vErrors, {instancePath:instancePath+"/success",keyword:"const",params:{allowedValue: true}});
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.data !== undefined){
if(!(validate21(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

export const getCredentialBatchParameters = validate25;

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getCredentialBatchParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.batchId === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "batchId"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "batchId")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.batchId !== undefined){
let data1 = data0.batchId;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/path/batchId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/batchId",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

export const issueCredentialsRequest = validate26;

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/IssueRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.programId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "programId"}});
errors++;
}
if(data.batchName === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "batchName"}});
errors++;
}
if(data.recipients === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "recipients"}});
errors++;
}
if(data.programId !== undefined){
let data0 = data.programId;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.batchName !== undefined){
if(typeof data.batchName !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/batchName",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.recipients !== undefined){
let data2 = data.recipients;
if(Array.isArray(data2)){
if(data2.length < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/recipients",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/recipients/" + i0,keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data3.email === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/recipients/" + i0,keyword:"required",params:{missingProperty: "email"}});
errors++;
}
if(data3.name !== undefined){
if(typeof data3.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/recipients/" + i0+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.email !== undefined){
if(typeof data3.email !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/recipients/" + i0+"/email",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/recipients/" + i0,keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/recipients",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

export const issueCredentialsResponse = validate27;

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/IssuedRecipient" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.recipientId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "recipientId"}});
errors++;
}
if(data.recipientId !== undefined){
let data0 = data.recipientId;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/recipientId",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/recipientId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.email !== undefined){
if(typeof data.email !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/email",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.credentialUrl !== undefined){
let data3 = data.credentialUrl;
if(typeof data3 === "string"){
if(!(formats0.test(data3))){
vErrors = add(vErrors, {instancePath:instancePath+"/credentialUrl",keyword:"format",params:{format: "uri"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/credentialUrl",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/IssuedCredentialBatch" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.batchId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "batchId"}});
errors++;
}
if(data.batchId !== undefined){
let data0 = data.batchId;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/batchId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/batchId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.programId !== undefined){
let data1 = data.programId;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.batchName !== undefined){
if(typeof data.batchName !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/batchName",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.orgId !== undefined){
let data3 = data.orgId;
if(typeof data3 === "string"){
if(func1(data3) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/orgId",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/orgId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.mode !== undefined){
let data4 = data.mode;
if(typeof data4 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/mode",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data4 === "live") || (data4 === "test"))){
vErrors = add(vErrors, {instancePath:instancePath+"/mode",keyword:"enum",params:{allowedValues: value1}});
errors++;
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.issuedAt !== undefined){
let data6 = data.issuedAt;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/issuedAt",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/issuedAt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.recipients !== undefined){
let data7 = data.recipients;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate29(data7[i0], {instancePath:instancePath+"/recipients/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/recipients",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/IssueAnswer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "success"}});
errors++;
}
if(data.data === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "data"}});
errors++;
}
if(data.success !== undefined){
if(true !== data.success){
vErrors = add(vErrors, {instancePath:instancePath+"/success",keyword:"const",params:{allowedValue: true}});
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.data !== undefined){
if(!(validate28(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

export const listCredentialBatchesResponse = validate32;
const pattern14 = /* @__PURE__ */ new RegExp("^\\d{1,15}$", "u");

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/CredentialBatchSummary" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.batchId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "batchId"}});
errors++;
}
if(data.programId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "programId"}});
errors++;
}
if(data.batchName === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "batchName"}});
errors++;
}
if(data.orgId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "orgId"}});
errors++;
}
if(data.mode === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "mode"}});
errors++;
}
if(data.status === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "status"}});
errors++;
}
if(data.recipientCount === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "recipientCount"}});
errors++;
}
if(data.issuedAt === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "issuedAt"}});
errors++;
}
if(data.batchId !== undefined){
let data0 = data.batchId;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/batchId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/batchId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.programId !== undefined){
let data1 = data.programId;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.batchName !== undefined){
if(typeof data.batchName !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/batchName",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.orgId !== undefined){
let data3 = data.orgId;
if(typeof data3 === "string"){
if(func1(data3) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/orgId",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/orgId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.mode !== undefined){
let data4 = data.mode;
if(typeof data4 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/mode",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data4 === "live") || (data4 === "test"))){
vErrors = add(vErrors, {instancePath:instancePath+"/mode",keyword:"enum",params:{allowedValues: value1}});
errors++;
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.recipientCount !== undefined){
let data6 = data.recipientCount;
if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (typeof data6 !== "string")){
vErrors = add(vErrors, {instancePath:instancePath+"/recipientCount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/recipientCount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data6 < 0 || isNaN(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/recipientCount",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
if(typeof data6 === "string"){
if(!pattern14.test(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/recipientCount",keyword:"pattern",params:{pattern: "^\\d{1,15}$"}});
errors++;
}
}
}
if(data.issuedAt !== undefined){
let data7 = data.issuedAt;
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
vErrors = add(vErrors, {instancePath:instancePath+"/issuedAt",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/issuedAt",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/CredentialBatchListAnswer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "success"}});
errors++;
}
if(data.data === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "data"}});
errors++;
}
if(data.success !== undefined){
if(true !== data.success){
vErrors = add(vErrors, {instancePath:instancePath+"/success",keyword:"const",params:{allowedValue: true}});
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.data !== undefined){
let data2 = data.data;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate33(data2[i0], {instancePath:instancePath+"/data/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/data",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

export const getProgramResponse = validate35;

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/Program" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.programId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "programId"}});
errors++;
}
if(data.name === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data.orgId === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "orgId"}});
errors++;
}
if(data.mode === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "mode"}});
errors++;
}
if(data.programId !== undefined){
let data0 = data.programId;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/programId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/description",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.orgId !== undefined){
let data3 = data.orgId;
if(typeof data3 === "string"){
if(func1(data3) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/orgId",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/orgId",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.mode !== undefined){
let data4 = data.mode;
if(typeof data4 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/mode",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data4 === "live") || (data4 === "test"))){
vErrors = add(vErrors, {instancePath:instancePath+"/mode",keyword:"enum",params:{allowedValues: value1}});
errors++;
}
}
if(data.createdAt !== undefined){
let data5 = data.createdAt;
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
vErrors = add(vErrors, {instancePath:instancePath+"/createdAt",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/createdAt",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.updatedAt !== undefined){
let data6 = data.updatedAt;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/updatedAt",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/updatedAt",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}


function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/ProgramAnswer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "success"}});
errors++;
}
if(data.data === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "data"}});
errors++;
}
if(data.success !== undefined){
if(true !== data.success){
vErrors = add(vErrors, {instancePath:instancePath+"/success",keyword:"const",params:{allowedValue: true}});
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.data !== undefined){
if(!(validate36(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

export const getProgramParameters = validate38;

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getProgramParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.programId === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "programId"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "programId")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.programId !== undefined){
let data1 = data0.programId;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/path/programId",keyword:"pattern",params:{pattern: "^[^/?\\s]+$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/programId",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

export const listProgramsResponse = validate39;

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/ProgramListAnswer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "success"}});
errors++;
}
if(data.data === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "data"}});
errors++;
}
if(data.success !== undefined){
if(true !== data.success){
vErrors = add(vErrors, {instancePath:instancePath+"/success",keyword:"const",params:{allowedValue: true}});
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.data !== undefined){
let data2 = data.data;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate36(data2[i0], {instancePath:instancePath+"/data/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/data",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}

export const noParameters = validate41;

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/noParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data1 = data.query;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data2 = data.header;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data3 = data.cookie;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}

function add(faults, fault) {
if(faults === null) return [fault];
faults.push(fault);
return faults;
}


const part0 = {"tolerant":["message"]};
const part1 = {"isItem":true,"id":"programId","tolerant":["description","createdAt","updatedAt"],"due":["description","createdAt","updatedAt"]};
const part2 = {"id":"programId","tolerant":["description","createdAt","updatedAt"],"due":["description","createdAt","updatedAt"]};
const part3 = {"isItem":true,"id":"batchId"};
const part4 = {"id":"batchId","tolerant":["programId","batchName","orgId","mode","status","issuedAt","recipients"],"due":["programId","batchName","orgId","mode","status","issuedAt","recipients"]};
const part5 = {"isItem":true,"id":"recipientId","tolerant":["name","email","credentialUrl"],"due":["credentialUrl"]};
const part6 = {"isItem":true,"id":"recipientId","tolerant":["name","credentialUrl"],"due":["name","credentialUrl"]};

export const listProgramsChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), response: /* @__PURE__ */ answerCheck(listProgramsResponse, { "": part0, "/data/*": part1 }) };
export const getProgramChecks = { parameters: /* @__PURE__ */ parametersCheck(getProgramParameters), response: /* @__PURE__ */ answerCheck(getProgramResponse, { "": part0, "/data": part2 }) };
export const listCredentialBatchesChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), response: /* @__PURE__ */ answerCheck(listCredentialBatchesResponse, { "": part0, "/data/*": part3 }) };
export const issueCredentialsChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(issueCredentialsRequest), response: /* @__PURE__ */ answerCheck(issueCredentialsResponse, { "": part0, "/data": part4, "/data/recipients/*": part5 }) };
export const getCredentialBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(getCredentialBatchParameters), response: /* @__PURE__ */ answerCheck(getCredentialBatchResponse, { "": part0, "/data/recipients/*": part6 }) };

export const validators = {
  listPrograms: listProgramsChecks,
  getProgram: getProgramChecks,
  listCredentialBatches: listCredentialBatchesChecks,
  issueCredentials: issueCredentialsChecks,
  getCredentialBatch: getCredentialBatchChecks,
};
